package org.siprecservlet.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the steps of one call one after another, also when a step has to wait for the media relay: the next step starts
 * when the stage of the one before has ended. Steps run on the executor, never on the thread that brings them, so
 * neither a container thread nor the relay's thread does a call's work.
 */
final class Lane {

    /** The stage of a step that waits for nothing. */
    static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());

    private final Executor executor;
    private final String call;
    private CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);

    Lane(Executor executor, String call) {
        this.executor = executor;
        this.call = call;
    }

    /** Appends a step that is done when its stage is; the stage returned ends then too, and never with a fault. */
    synchronized CompletionStage<Void> then(Supplier<CompletionStage<Void>> step) {
        tail = tail.thenComposeAsync(done -> step.get(), executor).handle(this::settle);
        return tail;
    }

    /** Appends a step that does not wait for anything. */
    CompletionStage<Void> run(Runnable step) {
        return then(() -> {
            step.run();
            return DONE;
        });
    }

    /** Goes on with the result of a stage, or with its fault, as part of the step that waits for it. */
    <T> CompletionStage<Void> after(CompletionStage<T> stage, Consumer<T> onward, Consumer<Throwable> failed) {
        return stage.handleAsync(
                (result, fault) -> {
                    if (fault != null) {
                        failed.accept(fault);
                        return null;
                    }
                    try {
                        onward.accept(result);
                    } catch (RuntimeException e) {
                        failed.accept(e);
                    }
                    return null;
                },
                executor);
    }

    private Void settle(Object result, Throwable fault) {
        if (fault != null) {
            // The executor takes nothing more when the application has gone, and what still comes then has no meaning.
            boolean gone = fault.getCause() instanceof RejectedExecutionException;
            System.Logger.Level level = gone ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
            LOG.log(level, "Call " + call + ": a message could not be handled", fault);
        }
        return null;
    }
}
