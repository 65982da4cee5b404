package org.siprecservlet.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A request that came in, the responses sent to it, and for an INVITE the ACKs that came. */
final class ServerTransaction {

    private final SipEndpoint endpoint;
    private final SipMessage request;
    private final Flow flow;
    private final Inbox<SipMessage> acks = new Inbox<>();
    private final Set<String> knownAcks = ConcurrentHashMap.newKeySet();
    private final Map<String, Retransmission> repeating = new ConcurrentHashMap<>();
    private volatile SipMessage last;

    ServerTransaction(SipEndpoint endpoint, SipMessage request, Flow flow) {
        this.endpoint = endpoint;
        this.request = request;
        this.flow = flow;
    }

    /** An ACK has the key of its INVITE, as far as the branch tells it. */
    static String key(SipMessage request) {
        String method = request.method().equals("ACK") ? "INVITE" : request.method();
        return keyFor(request, method);
    }

    static String keyFor(SipMessage request, String method) {
        String branch = request.branch();
        String id = branch.isEmpty() ? request.callId() + request.cseqNumber() + request.fromTag() : branch;
        return id + " " + request.via().map(Via::sentBy).orElse("") + " " + method;
    }

    SipMessage request() {
        return request;
    }

    Flow flow() {
        return flow;
    }

    Inbox<SipMessage> acks() {
        return acks;
    }

    boolean isAnswered() {
        return last != null && last.status() >= 200;
    }

    void respond(SipMessage response) {
        last = response;
        boolean acknowledged = request.method().equals("INVITE") && response.status() >= 200;
        boolean reliable = flow.transport() == Transport.TCP && response.status() >= 300;
        if (acknowledged && !reliable) {
            repeatUntilStopped(response.toTag(), response);
        }
        send(response);
    }

    /** Sends a provisional response and repeats it until its PRACK comes (RFC 3262 section 3). */
    void respondReliably(SipMessage response) {
        last = response;
        repeatUntilStopped(response.header("RSeq").orElse(""), response);
        send(response);
    }

    void pracked(String rseq) {
        stop(rseq);
    }

    /** Called before the first sending, since the answer may come quicker than the next line of code. */
    private void repeatUntilStopped(String key, SipMessage response) {
        if (endpoint.retransmits()) {
            stop(key);
            repeating.put(key, endpoint.repeat(Retransmission.T2, () -> trySend(response)));
        }
    }

    private void stop(String key) {
        Retransmission known = repeating.remove(key);
        if (known != null) {
            known.stop();
        }
    }

    /** The request came once more. */
    void repeated() {
        if (last != null) {
            trySend(last);
        }
    }

    void acknowledged(SipMessage ack) {
        stop(ack.toTag());
        if (knownAcks.add(ack.branch() + " " + ack.toTag())) {
            acks.put(ack);
        }
    }

    private void send(SipMessage response) {
        try {
            sendBack(response);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot answer " + response.startLine() + " to " + flow.remote(), e);
        }
    }

    /** The way the request came; when that connection is closed, over another to its sender (RFC 3261 section 18.2.2). */
    private void sendBack(SipMessage response) throws IOException {
        Optional<Via> via = request.via();
        if (flow.isOpen() || via.isEmpty()) {
            endpoint.send(response, flow);
        } else {
            InetSocketAddress sender =
                    new InetSocketAddress(flow.remote().getAddress(), via.get().port());
            endpoint.send(response, new Hop(flow.transport(), sender));
        }
    }

    private void trySend(SipMessage response) {
        try {
            sendBack(response);
        } catch (IOException e) {
            // A repetition that cannot be sent is like one that is lost.
        }
    }
}
