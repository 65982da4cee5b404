package org.siprecservlet.rest;

import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.siprecservlet.recording.RecordingId;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingView;

/** Shows recordings that go on and such as are over. Changes nothing; safe for all threads. */
@ApplicationScoped
@Path("v1/recordings")
public class RecordingsResource {

    private static final String METADATA_TYPE = "application/rs-metadata+xml";

    private final RecordingService recordings;

    @Inject
    public RecordingsResource(RecordingService recordings) {
        this.recordings = recordings;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    public RecordingsResource() {
        this.recordings = null;
    }

    /** The newest recordings first; of one state, of one call, at one server, as many as asked for. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RecordingsJson list(
            @QueryParam("state") String state,
            @QueryParam("callId") String callId,
            @QueryParam("server") String server,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) String limit,
            @QueryParam("cursor") String cursor) {
        Page.Request part = Page.Request.of(limit, cursor);
        Page<RecordingView> page = part.of(
                recordings.list(RecordingsQuery.filter(state, callId, server)).stream(),
                view -> new Cursor(view.createdAt(), view.id().value()));
        return new RecordingsJson(page.items().stream().map(RecordingJson::of).toList(), page.next());
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public RecordingJson get(@PathParam("id") String id) {
        return RecordingJson.of(view(id));
    }

    /** The metadata document (RFC 7865) last sent to the recorder, byte for byte. */
    @GET
    @Path("{id}/metadata")
    @Produces(METADATA_TYPE)
    public byte[] metadata(@PathParam("id") String id) {
        return recordings
                .lastMetadata(view(id).id())
                .orElseThrow(() -> new ProblemException(Problem.noMetadataYet(id)));
    }

    private RecordingView view(String id) {
        return recordings
                .find(new RecordingId(id))
                .orElseThrow(() -> new ProblemException(Problem.recordingNotFound(id)));
    }
}
