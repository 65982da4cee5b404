package com.example.consent;

import java.util.concurrent.CompletionStage;
import javax.enterprise.context.RequestScoped;
import javax.inject.Inject;
import javax.ws.rs.DELETE;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Response;
import org.siprecservlet.call.CallId;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingView;

/** While a caller tells the number of his card, nothing is recorded. */
@Path("calls/{call}/privacy")
@RequestScoped
public class PrivacyResource {

    @Inject
    private RecordingService recordings;

    /** Answered when nothing is sent to the recorder any more. */
    @PUT
    public void begin(@PathParam("call") String call, @Suspended AsyncResponse answer) {
        answer(recordings.pause(new CallId(call), RecordingPlan.DEFAULT_INSTANCE), answer);
    }

    @DELETE
    public void end(@PathParam("call") String call, @Suspended AsyncResponse answer) {
        answer(recordings.resume(new CallId(call), RecordingPlan.DEFAULT_INSTANCE), answer);
    }

    private static void answer(CompletionStage<RecordingView> done, AsyncResponse answer) {
        done.whenComplete((recording, failure) -> answer.resume(failure == null ? state(recording) : refusal(failure)));
    }

    private static Response state(RecordingView recording) {
        return Response.ok(recording.state().name(), "text/plain").build();
    }

    private static Response refusal(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        int status = cause instanceof RecordingRefused ? 409 : 500;
        return Response.status(status)
                .entity(cause.getMessage())
                .type("text/plain")
                .build();
    }
}
