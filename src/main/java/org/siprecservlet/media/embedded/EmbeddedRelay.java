package org.siprecservlet.media.embedded;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * A media relay inside this process. Stages are completed on event loops that carry media: what is attached to them must
 * not block.
 */
public final class EmbeddedRelay implements MediaRelay, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedRelay.class.getName());

    /** Works on one call, on its event loop. */
    @FunctionalInterface
    private interface Work<T> {
        T on(RelayedCall call) throws RelayException;
    }

    private final PortPool pool;
    private final Transport transport;
    private final PortPairs ports;
    private final RandomGenerator random;
    private final ConcurrentMap<RelayCall, RelayedCall> calls = new ConcurrentHashMap<>();

    /**
     * @param random gives the places where ports start to be taken, and the ids of sessions; safe for any thread
     * @throws IllegalArgumentException if the range holds no pair; see {@link PortRange#verifyUsable}
     */
    public EmbeddedRelay(RelayAddresses addresses, PortRange range, RandomGenerator random) {
        this(addresses, new PortPool(range, random), random, Transport.ofPlatform());
    }

    EmbeddedRelay(RelayAddresses addresses, PortPool pool, RandomGenerator random, Transport transport) {
        this.pool = pool;
        this.transport = transport;
        this.ports = new PortPairs(transport, addresses, pool);
        this.random = random;
    }

    @Override
    public CompletionStage<SessionDescription> offer(RelayCall name, Side from, SessionDescription offer) {
        RelayedCall call = calls.computeIfAbsent(name, unknown -> new RelayedCall(transport.nextLoop(), ports, random));
        return work(call, known -> {
            try {
                return known.offer(from, offer);
            } finally {
                forgetIfUnused(name, known);
            }
        });
    }

    @Override
    public CompletionStage<SessionDescription> answer(RelayCall name, Side from, SessionDescription answer) {
        return onKnown(name, call -> call.answer(from, answer));
    }

    @Override
    public CompletionStage<Void> withdraw(RelayCall name, Side from) {
        return onKnownOrNothing(name, call -> {
            call.withdraw(from);
            forgetIfUnused(name, call);
        });
    }

    private void forgetIfUnused(RelayCall name, RelayedCall call) {
        if (call.isUnused()) {
            calls.remove(name, call);
        }
    }

    @Override
    public CompletionStage<CopyOffer> subscribe(Subscription copy) {
        return onKnown(copy.call(), call -> call.copies().subscribe(copy));
    }

    @Override
    public CompletionStage<CopyOffer> refresh(Subscription copy) {
        return onKnown(copy.call(), call -> call.copies().refresh(copy));
    }

    @Override
    public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
        return onKnown(copy.call(), call -> {
            call.copies().connect(copy, answer);
            return null;
        });
    }

    @Override
    public CompletionStage<List<CopyCount>> count(Subscription copy) {
        return onKnown(copy.call(), call -> call.copies().count(copy));
    }

    @Override
    public CompletionStage<Void> unsubscribe(Subscription copy) {
        return onKnownOrNothing(copy.call(), call -> call.copies().unsubscribe(copy));
    }

    @Override
    public CompletionStage<Void> play(Prompt prompt, Side hearer) {
        return onKnown(prompt.call(), call -> {
            call.playbacks().play(prompt, hearer);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        return onKnownOrNothing(prompt.call(), call -> call.playbacks().hush(prompt, hearer));
    }

    @Override
    public CompletionStage<Void> delete(RelayCall name) {
        return onKnownOrNothing(name, call -> {
            calls.remove(name, call);
            call.close();
        });
    }

    /** How many calls it carries. */
    public int callsInProgress() {
        return calls.size();
    }

    /** How many ports are given out, of calls and copies. */
    public int portsInUse() {
        return pool.portsInUse();
    }

    /** What has come in so far on each line of a call. */
    public CompletionStage<List<StreamCount>> counts(RelayCall name) {
        return onKnown(name, RelayedCall::counts);
    }

    /** Ends all calls and closes every socket; takes up to a few seconds. Every operation fails from then on. */
    @Override
    public void close() {
        List.copyOf(calls.keySet()).forEach(this::delete);
        transport.close();
    }

    private CompletionStage<Void> onKnownOrNothing(RelayCall name, Consumer<RelayedCall> work) {
        RelayedCall call = calls.get(name);
        if (call == null) {
            return CompletableFuture.completedFuture(null);
        }
        return work(call, known -> {
            work.accept(known);
            return null;
        });
    }

    private <T> CompletionStage<T> onKnown(RelayCall name, Work<T> work) {
        RelayedCall call = calls.get(name);
        if (call == null) {
            return CompletableFuture.failedFuture(new RelayException(
                    RelayException.Kind.UNKNOWN_CALL, "The media relay does not know the call, or not any more."));
        }
        return work(call, work);
    }

    private static <T> CompletionStage<T> work(RelayedCall call, Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            call.loop().execute(() -> finish(result, call, work));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(
                    new RelayException(RelayException.Kind.BROKEN, "The media relay has been closed.", e));
        }
        return result;
    }

    private static <T> void finish(CompletableFuture<T> result, RelayedCall call, Work<T> work) {
        try {
            result.complete(work.on(call));
        } catch (RelayException e) {
            result.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The media relay failed at a call", e);
            result.completeExceptionally(
                    new RelayException(RelayException.Kind.BROKEN, "The media relay failed: " + e, e));
        }
    }
}
