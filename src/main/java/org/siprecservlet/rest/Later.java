package org.siprecservlet.rest;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.Response;
import org.siprecservlet.recording.RecordingRefused;

/** Answers requests when what they ask for is done, or the time for that is up. No thread waits. Safe for all threads. */
@Dependent
final class Later {

    private static final System.Logger LOG = System.getLogger(Later.class.getName());

    private final ControlSettings settings;

    @Inject
    Later(ControlSettings settings) {
        this.settings = settings;
    }

    /**
     * Has a request answered.
     *
     * @param done makes the entity of the answer when the stage ends well
     * @param late makes the answer when the time is up
     */
    <T> void answer(
            AsyncResponse request, CompletionStage<T> stage, Function<T, Object> done, Supplier<Response> late) {
        request.setTimeout(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        request.setTimeoutHandler(waiting -> waiting.resume(late.get()));
        stage.whenCompleteAsync(
                (value, failure) -> request.resume(
                        failure == null ? done.apply(value) : problem(failure).toResponse()),
                settings.threads());
    }

    private static Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof RecordingRefused refused) {
            return Refusals.problem(refused);
        }
        LOG.log(Level.ERROR, "a REST request failed", cause);
        return Problem.unexpected();
    }
}
