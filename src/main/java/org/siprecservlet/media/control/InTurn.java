package org.siprecservlet.media.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.siprecservlet.media.RelayException;

/**
 * Takes steps one after another, in the order in which they were asked: the next begins when the stage of the one before
 * has ended, well or not. What steps touch needs no lock.
 */
public final class InTurn {

    /** The stage of a step that waits for nothing. */
    public static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    /** Something that ends later; or can not begin. */
    @FunctionalInterface
    public interface Step<T> {
        CompletionStage<T> begin() throws RelayException;
    }

    private final AtomicReference<CompletionStage<?>> last = new AtomicReference<>(DONE);

    public <T> CompletionStage<T> then(Step<T> step) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletionStage<T> result = last.getAndSet(over).thenCompose(before -> begun(step));
        return result.whenComplete((value, failure) -> over.complete(null));
    }

    /** The stage of a step that is taken now; it has failed when the step could not begin. */
    public static <T> CompletionStage<T> begun(Step<T> step) {
        try {
            return step.begin();
        } catch (RelayException | RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Does the work for each, one after another; ends with the first failure, if any. */
    public static <T> CompletionStage<Void> each(Iterable<T> all, Function<T, CompletionStage<Void>> work) {
        CompletionStage<Void> done = DONE;
        for (T one : all) {
            done = done.thenCompose(before -> work.apply(one));
        }
        return done;
    }
}
