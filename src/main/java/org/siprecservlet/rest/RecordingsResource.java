package org.siprecservlet.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.RecordingId;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingView;

/** Shows and controls recordings that go on, and shows such as are over. Safe for all threads. */
@ApplicationScoped
@Path("v1/recordings")
public class RecordingsResource {

    private static final String METADATA_TYPE = "application/rs-metadata+xml";

    private final RecordingService recordings;
    private final Later later;

    @Inject
    RecordingsResource(RecordingService recordings, Later later) {
        this.recordings = recordings;
        this.later = later;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    public RecordingsResource() {
        this.recordings = null;
        this.later = null;
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

    /** With what the relay has counted by now. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public void get(@PathParam("id") String id, @Suspended AsyncResponse request) {
        later.answer(
                request,
                recordings.count(new RecordingId(id)),
                RecordingJson::of,
                waiting -> waiting.resume(RecordingJson.of(view(id))));
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

    @POST
    @Path("{id}/pause")
    @Produces(MediaType.APPLICATION_JSON)
    public void pause(@PathParam("id") String id, @Suspended AsyncResponse request) {
        change(id, recordings::pause, request);
    }

    @POST
    @Path("{id}/resume")
    @Produces(MediaType.APPLICATION_JSON)
    public void resume(@PathParam("id") String id, @Suspended AsyncResponse request) {
        change(id, recordings::resume, request);
    }

    @POST
    @Path("{id}/stop")
    @Produces(MediaType.APPLICATION_JSON)
    public void stop(@PathParam("id") String id, @Suspended AsyncResponse request) {
        change(id, recordings::stop, request);
    }

    /** Answers with the recording when it has changed, or 202 with it as it is when that takes too long. */
    private void change(
            String id, Function<RecordingId, CompletionStage<RecordingView>> change, AsyncResponse request) {
        later.answer(
                request,
                change.apply(new RecordingId(id)),
                RecordingJson::of,
                waiting -> waiting.resume(Response.accepted(RecordingJson.of(view(id)))
                        .type(MediaType.APPLICATION_JSON)
                        .build()));
    }

    /** Sends a message to the recorder, and answers with what the recorder answers. */
    @POST
    @Path("{id}/messages")
    @Produces(MediaType.APPLICATION_JSON)
    public void send(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body,
            @Suspended AsyncResponse request)
            throws IOException {
        InDialogRequest message =
                JsonBody.read(contentType, body, MessageJson.class).request();
        later.answer(
                request,
                recordings.send(new RecordingId(id), message),
                ReplyJson::of,
                waiting -> waiting.resume(new ProblemException(Problem.noAnswerYet())));
    }

    private RecordingView view(String id) {
        return recordings
                .find(new RecordingId(id))
                .orElseThrow(() -> new ProblemException(Problem.recordingNotFound(id)));
    }
}
