package org.siprecservlet.rest;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.TimeoutHandler;
import org.siprecservlet.recording.RecordingRefused;

/** Answers requests when what they ask for is done, or the time for that is up. No thread waits. Safe for all threads. */
@Dependent
final class Later {

    private final ControlSettings settings;

    @Inject
    Later(ControlSettings settings) {
        this.settings = settings;
    }

    /**
     * Has a request answered.
     *
     * @param done makes the entity of the answer when the stage ends well
     * @param late answers when the time is up
     */
    <T> void answer(AsyncResponse request, CompletionStage<T> stage, Function<T, Object> done, TimeoutHandler late) {
        request.setTimeout(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        request.setTimeoutHandler(late);
        stage.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        request.resume(done.apply(value));
                    } else {
                        request.resume(problem(failure));
                    }
                },
                settings.threads());
    }

    /** What goes on to the mappers of exceptions. */
    private static Throwable problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RecordingRefused refused ? new ProblemException(Refusals.problem(refused)) : cause;
    }
}
