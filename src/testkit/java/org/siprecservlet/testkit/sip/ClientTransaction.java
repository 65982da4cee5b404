package org.siprecservlet.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/** A request that was sent and the responses to it. */
final class ClientTransaction {

    private final SipEndpoint endpoint;
    private final SipMessage request;
    private final Hop hop;
    private final Consumer<SipMessage> receiver;
    private volatile Retransmission repeating;

    ClientTransaction(SipEndpoint endpoint, SipMessage request, Hop hop, Consumer<SipMessage> receiver) {
        this.endpoint = endpoint;
        this.request = request;
        this.hop = hop;
        this.receiver = receiver;
    }

    static String key(SipMessage message) {
        return message.branch() + " " + message.cseqMethod();
    }

    void start() {
        if (hop.transport() == Transport.UDP && endpoint.retransmits()) {
            repeating = endpoint.repeat(longest(), () -> endpoint.trySend(request, hop));
        }
        try {
            endpoint.send(request, hop);
        } catch (IOException e) {
            stopRepeating();
            throw new UncheckedIOException("cannot send " + request.startLine() + " to " + hop, e);
        }
    }

    private Duration longest() {
        return request.method().equals("INVITE") ? Retransmission.T1.multipliedBy(64) : Retransmission.T2;
    }

    void received(SipMessage response) {
        if (response.status() >= 200 || request.method().equals("INVITE")) {
            stopRepeating();
        }
        receiver.accept(response);
    }

    private void stopRepeating() {
        if (repeating != null) {
            repeating.stop();
        }
    }
}
