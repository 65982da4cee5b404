package org.siprecservlet.media.rtpengine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Has RTPengines carry and copy the media. A call stays at the one that took it. Stages are completed by the threads that
 * bring replies: what is attached to them must not block.
 */
public final class RtpEngineRelay implements MediaRelay, AutoCloseable {

    private static final int CLOSE_SECONDS = 4;

    /** Takes a step of a call. */
    @FunctionalInterface
    private interface Work<T> {
        CompletionStage<T> on(AnchoredCall call) throws RelayException;
    }

    private final Nodes nodes;
    private final Names words;
    private final Runnable closeSockets;
    private final ConcurrentMap<RelayCall, AnchoredCall> calls = new ConcurrentHashMap<>();

    /** The nodes, and then the sockets, are closed with the relay. */
    RtpEngineRelay(Nodes nodes, Names words, Runnable closeSockets) {
        this.nodes = nodes;
        this.words = words;
        this.closeSockets = closeSockets;
    }

    /**
     * Opens a relay; whether the RTPengines are there shows later.
     *
     * @param hosts {@code host:port} of their ng control sockets
     * @param random safe for any thread
     * @throws IOException if a host has no address, or there is no socket to be had
     */
    public static RtpEngineRelay open(List<String> hosts, Alarm alarm, RandomGenerator random) throws IOException {
        Controls controls = new Controls(alarm, random);
        List<Node> nodes = new ArrayList<>();
        try {
            for (String name : hosts) {
                nodes.add(new Node(name, controls.open(name)));
            }
        } catch (IOException e) {
            controls.close();
            throw e;
        }
        return new RtpEngineRelay(new Nodes(nodes, alarm), new Names(random), controls::close);
    }

    @Override
    public CompletionStage<SessionDescription> offer(RelayCall name, Side from, SessionDescription offer) {
        AnchoredCall call = calls.computeIfAbsent(name, unknown -> new AnchoredCall(nodes, words));
        return work(call, known -> known.offer(from, offer))
                .whenComplete((offered, failure) -> forgetIfUnused(name, call));
    }

    @Override
    public CompletionStage<SessionDescription> answer(RelayCall name, Side from, SessionDescription answer) {
        return onKnown(name, call -> call.answer(from, answer));
    }

    @Override
    public CompletionStage<Void> withdraw(RelayCall name, Side from) {
        return onKnownOrNothing(
                name, call -> call.withdraw(from).whenComplete((done, failure) -> forgetIfUnused(name, call)));
    }

    private void forgetIfUnused(RelayCall name, AnchoredCall call) {
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
        return onKnown(copy.call(), call -> call.copies().connect(copy, answer));
    }

    @Override
    public CompletionStage<Void> unsubscribe(Subscription copy) {
        return onKnownOrNothing(copy.call(), call -> call.copies().unsubscribe(copy));
    }

    @Override
    public CompletionStage<Void> delete(RelayCall name) {
        return onKnownOrNothing(name, call -> {
            calls.remove(name, call);
            return call.end();
        });
    }

    /** How many calls it carries. */
    public int callsInProgress() {
        return calls.size();
    }

    /** How many RTPengines can take a new call. */
    public int nodesUp() {
        return nodes.up();
    }

    /** Whether any RTPengine can take a new call. */
    public boolean isReady() {
        return nodesUp() > 0;
    }

    /** Ends all calls, as far as that can be done in a few seconds. Every operation fails from then on. */
    @Override
    public void close() {
        CompletableFuture<Void> ended = CompletableFuture.allOf(List.copyOf(calls.keySet()).stream()
                .map(this::delete)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // What RTPengine was not told of it ends by itself, when it hears nothing of the calls any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nodes.close();
        closeSockets.run();
    }

    private CompletionStage<Void> onKnownOrNothing(RelayCall name, Function<AnchoredCall, CompletionStage<Void>> work) {
        AnchoredCall call = calls.get(name);
        return call == null ? InTurn.DONE : work(call, work::apply);
    }

    private <T> CompletionStage<T> onKnown(RelayCall name, Work<T> work) {
        AnchoredCall call = calls.get(name);
        if (call == null) {
            return CompletableFuture.failedStage(new RelayException(
                    RelayException.Kind.UNKNOWN_CALL, "The media relay does not know the call, or not any more."));
        }
        return work(call, work);
    }

    private static <T> CompletionStage<T> work(AnchoredCall call, Work<T> work) {
        return call.steps().then(() -> work.on(call));
    }
}
