package org.siprecservlet.media.rtpproxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.CarriedCalls;
import org.siprecservlet.media.control.Nodes;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Has RTPProxies carry and copy the media. A call stays at the one that took it. Stages are completed by the threads that
 * bring replies: what is attached to them must not block.
 */
public final class RtpProxyRelay implements MediaRelay, AutoCloseable {

    private final Nodes<Place> nodes;
    private final Runnable closeSockets;
    private final CarriedCalls<ProxiedCall> calls;

    /** The nodes, and then the sockets, are closed with the relay. */
    RtpProxyRelay(Nodes<Place> nodes, Supplies supplies, Runnable closeSockets) {
        this.nodes = nodes;
        this.calls = new CarriedCalls<>(() -> new ProxiedCall(nodes, supplies));
        this.closeSockets = closeSockets;
    }

    /**
     * Opens a relay; whether the RTPProxies are there shows later.
     *
     * @param names {@code udp:host:port} or {@code unix:path}
     * @param random safe for any thread
     * @throws IOException if a host has no address, or there is no socket to be had
     */
    public static RtpProxyRelay open(List<String> names, Alarm alarm, RandomGenerator random) throws IOException {
        Controls controls = new Controls(alarm, random);
        List<Node> nodes = new ArrayList<>();
        try {
            for (String name : names) {
                nodes.add(new Node(name, controls.open(name)));
            }
        } catch (IOException e) {
            controls.close();
            throw e;
        }
        return new RtpProxyRelay(new Nodes<>(nodes, alarm), new Supplies(alarm, random), controls::close);
    }

    @Override
    public CompletionStage<SessionDescription> offer(RelayCall name, Side from, SessionDescription offer) {
        return calls.onAny(name, call -> call.offer(from, offer));
    }

    @Override
    public CompletionStage<SessionDescription> answer(RelayCall name, Side from, SessionDescription answer) {
        return calls.onKnown(name, call -> call.answer(from, answer));
    }

    @Override
    public CompletionStage<Void> withdraw(RelayCall name, Side from) {
        return calls.onKnownOrNothing(
                name, call -> call.withdraw(from).whenComplete((done, failure) -> calls.forgetIfUnused(name, call)));
    }

    @Override
    public CompletionStage<CopyOffer> subscribe(Subscription copy) {
        return calls.onKnown(
                copy.call(),
                call -> CompletableFuture.completedStage(call.copies().subscribe(copy)));
    }

    @Override
    public CompletionStage<CopyOffer> refresh(Subscription copy) {
        return calls.onKnown(
                copy.call(),
                call -> CompletableFuture.completedStage(call.copies().refresh(copy)));
    }

    @Override
    public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
        return calls.onKnown(copy.call(), call -> call.copies().connect(copy, answer));
    }

    @Override
    public CompletionStage<List<CopyCount>> count(Subscription copy) {
        return calls.besideSteps(copy.call(), call -> call.copies().count(copy));
    }

    @Override
    public CompletionStage<Void> unsubscribe(Subscription copy) {
        return calls.onKnownOrNothing(copy.call(), call -> call.copies().unsubscribe(copy));
    }

    @Override
    public CompletionStage<Void> play(Prompt prompt, Side hearer) {
        return calls.onKnown(prompt.call(), call -> call.playbacks().play(prompt, hearer));
    }

    @Override
    public CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        return calls.onKnownOrNothing(prompt.call(), call -> call.playbacks().hush(prompt, hearer));
    }

    @Override
    public CompletionStage<Void> delete(RelayCall name) {
        return calls.delete(name);
    }

    /** How many calls it carries. */
    public int callsInProgress() {
        return calls.size();
    }

    /** How many RTPProxies can take a new call. */
    public int nodesUp() {
        return nodes.up();
    }

    /** Whether any RTPProxy can take a new call. */
    public boolean isReady() {
        return nodesUp() > 0;
    }

    /** Ends all calls, as far as that can be done in a few seconds. Every operation fails from then on. */
    @Override
    public void close() {
        calls.endAll();
        nodes.close();
        closeSockets.run();
    }
}
