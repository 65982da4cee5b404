package org.siprecservlet.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingView;

/** Shows the calls that live, and has them recorded. Safe for all threads. */
@ApplicationScoped
@Path("v1/calls")
public class CallsResource {

    // A Call-ID may have slashes.
    private static final String ID = "{callId: .+}";

    private final RecordingService recordings;
    private final Plans plans;

    @Inject
    CallsResource(RecordingService recordings, Plans plans) {
        this.recordings = recordings;
        this.plans = plans;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    public CallsResource() {
        this.recordings = null;
        this.plans = null;
    }

    /** The newest calls first, as many as asked for. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public CallsJson list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) String limit, @QueryParam("cursor") String cursor) {
        Page.Request part = Page.Request.of(limit, cursor);
        Page<CallView> page = part.of(
                recordings.calls().stream(),
                call -> new Cursor(call.incoming().startedAt(), call.id().value()));
        Map<CallId, List<RecordingView>> ofCalls =
                recordings.list().stream().collect(Collectors.groupingBy(RecordingView::callId));
        List<CallJson> calls = page.items().stream()
                .map(call -> CallJson.of(call, ofCalls.getOrDefault(call.id(), List.of())))
                .toList();
        return new CallsJson(calls, page.next());
    }

    @GET
    @Path(ID)
    @Produces(MediaType.APPLICATION_JSON)
    public CallJson get(@PathParam("callId") String callId) {
        CallView call = known(id(callId));
        return CallJson.of(call, recordings.list(view -> view.callId().equals(call.id())));
    }

    /** Starts a recording, or arms it when the call is being set up. */
    @POST
    @Path(ID + "/recordings")
    @Produces(MediaType.APPLICATION_JSON)
    public Response start(
            @PathParam("callId") String callId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body)
            throws IOException {
        RecordingJson recording = start(id(callId), JsonBody.read(contentType, body, StartJson.class));
        return Response.created(URI.create("v1/recordings/" + recording.id()))
                .entity(recording)
                .build();
    }

    RecordingJson start(CallId call, StartJson asked) {
        known(call);
        try {
            return RecordingJson.of(recordings.start(call, plans.plan(asked)));
        } catch (RecordingRefused refused) {
            throw new ProblemException(Refusals.problem(refused));
        }
    }

    private CallView known(CallId call) {
        return recordings.call(call).orElseThrow(() -> new ProblemException(Problem.callNotFound(call.value())));
    }

    private static CallId id(String text) {
        if (text.isBlank()) {
            throw new ProblemException(Problem.callNotFound(text));
        }
        return new CallId(text);
    }
}
