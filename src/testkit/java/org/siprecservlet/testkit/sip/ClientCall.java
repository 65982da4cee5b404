package org.siprecservlet.testkit.sip;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An INVITE (or re-INVITE) that was sent. A refusal is acknowledged by itself, a 2xx only by {@link #ack}; a repeated
 * 2xx gets the same ACK once more. A forked INVITE can have several provisional and final responses, each with a
 * dialog of its own.
 */
public final class ClientCall extends PendingRequest {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, SipMessage> acks = new ConcurrentHashMap<>();
    private volatile SipMessage newest;

    ClientCall(UserAgent agent, SipMessage request) {
        super(agent, request);
    }

    @Override
    void received(SipMessage response) {
        if (response.status() >= 300) {
            acknowledgeRefusal(response);
        } else if (acks.containsKey(response.toTag()) && response.status() >= 200) {
            sendAck(acks.get(response.toTag()));
        }
        if (isRepetition(response)) {
            return;
        }
        if (!response.toTag().isEmpty() && response.status() < 300) {
            agent().dialogs().ofCaller(request(), response).learn(response);
            newest = response;
        }
        super.received(response);
    }

    private boolean isRepetition(SipMessage response) {
        String reliable = response.header("RSeq").orElse("");
        boolean once = response.status() >= 200 || !reliable.isEmpty();
        return once && !seen.add(response.status() / 100 + " " + response.toTag() + " " + reliable);
    }

    /** Acknowledges the newest 2xx. */
    public SipMessage ack(Edit... edits) {
        return ack(newest(), edits);
    }

    /** Acknowledges the newest 2xx with an SDP answer to the offer in it. */
    public SipMessage ack(String sdp, Edit... edits) {
        return ack(newest(), Edit.sdp(sdp).then(edits));
    }

    /** Acknowledges one of several 2xx. */
    public SipMessage ack(SipMessage response, Edit... edits) {
        Dialog dialog = dialog(response);
        SipMessage ack = dialog.message("ACK", request().cseqNumber(), edits);
        acks.put(response.toTag(), ack);
        sendAck(ack);
        return ack;
    }

    private void sendAck(SipMessage ack) {
        agent().endpoint().trySend(ack, agent().hopOf(ack));
    }

    private void acknowledgeRefusal(SipMessage response) {
        SipMessage ack = sameTransaction("ACK")
                .set("To", response.header("To").orElse(""))
                .set("CSeq", request().cseqNumber() + " ACK");
        agent().endpoint().trySend(ack, hop());
    }

    private SipMessage sameTransaction(String method) {
        SipMessage bare = SipMessage.request(method, request().requestUri());
        for (SipHeader header : request().headers()) {
            boolean same = header.is("Via") || header.is("Max-Forwards") || header.is("Route");
            if (same || header.is("From") || header.is("To") || header.is("Call-ID")) {
                bare = bare.with(header.name(), header.value());
            }
        }
        return bare;
    }

    /** Sends a CANCEL; its own response can be awaited on the result, the 487 on this call. */
    public PendingRequest cancel(Edit... edits) {
        SipMessage cancel = sameTransaction("CANCEL").with("CSeq", request().cseqNumber() + " CANCEL");
        PendingRequest pending = new PendingRequest(agent(), Edit.all(cancel, edits));
        pending.send();
        return pending;
    }

    /** Acknowledges a reliable provisional response (RFC 3262). */
    public PendingRequest prack(SipMessage provisional, Edit... edits) {
        String rack = provisional.header("RSeq").orElse("0") + " " + request().cseqNumber() + " INVITE";
        return dialog(provisional).request("PRACK", Edit.header("RAck", rack).then(edits));
    }

    /** The dialog of the newest response that made one. */
    public Dialog dialog() {
        return dialog(newest());
    }

    private SipMessage newest() {
        if (newest == null) {
            throw agent().timedOut(
                            "no response has made a dialog yet for " + request().startLine());
        }
        return newest;
    }

    /** The dialog that this response belongs to. */
    public Dialog dialog(SipMessage response) {
        return agent().dialogs().ofCaller(request(), response);
    }
}
