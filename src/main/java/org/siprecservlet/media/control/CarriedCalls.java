package org.siprecservlet.media.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;

/**
 * All calls at relays in processes of their own: finds the one that is meant, and has it take a step when its earlier ones are over.
 * Any thread may call it; only {@link #endAll} blocks.
 */
public final class CarriedCalls<C extends CarriedCall> {

    private static final int END_SECONDS = 4;

    /** A step of a call. */
    @FunctionalInterface
    public interface Work<C, T> {
        CompletionStage<T> on(C call) throws RelayException;
    }

    private final Supplier<C> fresh;
    private final ConcurrentMap<RelayCall, C> calls = new ConcurrentHashMap<>();

    /** @param fresh makes a call that was not known before */
    public CarriedCalls(Supplier<C> fresh) {
        this.fresh = fresh;
    }

    /** Takes a step of a call that may be a new one; it is forgotten when it is not used after that. */
    public <T> CompletionStage<T> onAny(RelayCall name, Work<C, T> work) {
        C call = calls.computeIfAbsent(name, unknown -> fresh.get());
        return work(call, work).whenComplete((done, failure) -> forgetIfUnused(name, call));
    }

    /** Takes a step of a call that there has to be. */
    public <T> CompletionStage<T> onKnown(RelayCall name, Work<C, T> work) {
        C call = calls.get(name);
        if (call == null) {
            return CompletableFuture.failedStage(new RelayException(
                    RelayException.Kind.UNKNOWN_CALL, "The media relay does not know the call, or not any more."));
        }
        return work(call, work);
    }

    /** Begins something with a call that there has to be, in its turn; the next step does not wait for the end of it. */
    public <T> CompletionStage<T> besideSteps(RelayCall name, Work<C, T> work) {
        return onKnown(name, call -> CompletableFuture.completedStage(InTurn.begun(() -> work.on(call))))
                .thenCompose(begun -> begun);
    }

    /** Takes a step of a call, if there is one. */
    public CompletionStage<Void> onKnownOrNothing(RelayCall name, Work<C, Void> work) {
        C call = calls.get(name);
        return call == null ? InTurn.DONE : work(call, work);
    }

    private static <C extends CarriedCall, T> CompletionStage<T> work(C call, Work<C, T> work) {
        return call.steps().then(() -> work.on(call));
    }

    /** To be asked by a step that may have left nothing of the call. */
    public void forgetIfUnused(RelayCall name, C call) {
        if (call.isUnused()) {
            calls.remove(name, call);
        }
    }

    /** Ends a call, if there is one, and everything that belongs to it. */
    public CompletionStage<Void> delete(RelayCall name) {
        return onKnownOrNothing(name, call -> {
            calls.remove(name, call);
            return call.end();
        });
    }

    /** How many there are. */
    public int size() {
        return calls.size();
    }

    /** Ends all calls, as far as that can be done in a few seconds; what a relay was not told of it ends by itself, for want of packets. */
    public void endAll() {
        CompletableFuture<Void> ended = CompletableFuture.allOf(List.copyOf(calls.keySet()).stream()
                .map(this::delete)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(END_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Then they have to end by themselves.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
