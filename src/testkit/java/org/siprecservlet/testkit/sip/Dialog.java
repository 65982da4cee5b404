package org.siprecservlet.testkit.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One side of a SIP dialog (RFC 3261 section 12): sends requests in it and receives those of the peer. It does not
 * watch over what is allowed when; that is for the test to keep or to break.
 */
public final class Dialog {

    private final UserAgent agent;
    private final String callId;
    private final String local;
    private final String remote;
    private final AtomicLong cseq;
    private final Inbox<IncomingRequest> inbox = new Inbox<>();
    private volatile String target = "";
    private volatile List<String> routes = List.of();
    private volatile ServerTransaction pracked;
    private volatile boolean confirmed;

    private Dialog(UserAgent agent, String callId, String local, String remote, long cseq) {
        this.agent = agent;
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.cseq = new AtomicLong(cseq);
    }

    static Dialog ofCaller(UserAgent agent, SipMessage request, SipMessage response) {
        String local = request.header("From").orElse("");
        String remote = response.header("To").orElse("");
        return new Dialog(agent, request.callId(), local, remote, request.cseqNumber());
    }

    static Dialog ofCallee(UserAgent agent, SipMessage request, SipMessage response) {
        // A start of its own, so that a ladder shows whose CSeq it is.
        Dialog dialog = new Dialog(
                agent,
                request.callId(),
                response.header("To").orElse(""),
                request.header("From").orElse(""),
                100);
        dialog.routes = request.values("Record-Route");
        dialog.confirmed = true;
        dialog.refreshTarget(request);
        return dialog;
    }

    /** Takes the peer's target from a response to an INVITE, and the route up to the first 2xx (RFC 3261 12.2.1.2). */
    void learn(SipMessage response) {
        refreshTarget(response);
        if (!confirmed) {
            List<String> reversed = new ArrayList<>(response.values("Record-Route"));
            Collections.reverse(reversed);
            routes = List.copyOf(reversed);
            confirmed = response.status() >= 200;
        }
    }

    void refreshTarget(SipMessage message) {
        message.contact().ifPresent(c -> target = c.uri());
    }

    public String callId() {
        return callId;
    }

    public String localTag() {
        return NameAddress.parse(local).parameter("tag").orElse("");
    }

    public String remoteTag() {
        return NameAddress.parse(remote).parameter("tag").orElse("");
    }

    /** The Contact URI of the peer. */
    public String remoteTarget() {
        return target;
    }

    /** Sends a request of any method. */
    public PendingRequest request(String method, Edit... edits) {
        PendingRequest pending = new PendingRequest(agent, message(method, cseq.incrementAndGet(), edits));
        pending.send();
        return pending;
    }

    /** Sends a re-INVITE. */
    public ClientCall reinvite(Edit... edits) {
        ClientCall call = new ClientCall(agent, message("INVITE", cseq.incrementAndGet(), edits));
        call.send();
        return call;
    }

    public ClientCall reinvite(String sdp, Edit... edits) {
        return reinvite(Edit.sdp(sdp).then(edits));
    }

    public PendingRequest update(String sdp, Edit... edits) {
        return request("UPDATE", Edit.sdp(sdp).then(edits));
    }

    public PendingRequest bye(Edit... edits) {
        return request("BYE", edits);
    }

    /** Sends a BYE and waits for the response to it. */
    public SipMessage hangUp() {
        return bye().awaitFinal();
    }

    /** A request for this dialog, not sent; requests that this class sends count on from the highest CSeq. */
    SipMessage message(String method, long number, Edit... edits) {
        SipMessage message = SipMessage.request(method, target)
                .with("Max-Forwards", "70")
                .with("From", local)
                .with("To", remote)
                .with("Call-ID", callId)
                .with("CSeq", number + " " + method);
        for (String route : routes) {
            message = message.with("Route", route);
        }
        return agent.completed(message, edits);
    }

    /** Waits for a request of that method from the peer; it still has to be answered. */
    public IncomingRequest awaitRequest(String method) {
        return awaitRequest(method, agent.patience());
    }

    public IncomingRequest awaitRequest(String method, Duration patience) {
        return agent.await(inbox, r -> r.method().equals(method), method + " in dialog " + callId, patience);
    }

    /** Waits for a re-INVITE. */
    public IncomingCall awaitReinvite() {
        return (IncomingCall) awaitRequest("INVITE");
    }

    /** Waits for the peer's BYE and answers 200. */
    public IncomingRequest awaitBye() {
        IncomingRequest bye = awaitRequest("BYE");
        bye.respond(200);
        return bye;
    }

    /** Whether no request of that method comes for the given time. */
    public boolean staysQuiet(String method, Duration time) {
        return !inbox.has(r -> r.method().equals(method), time);
    }

    void expectPrack(ServerTransaction invite) {
        pracked = invite;
    }

    void arrived(IncomingRequest request) {
        SipMessage message = request.request();
        if (message.method().equals("INVITE") || message.method().equals("UPDATE")) {
            refreshTarget(message);
        }
        Optional<String> rack = message.header("RAck");
        if (message.method().equals("PRACK") && pracked != null && rack.isPresent()) {
            pracked.pracked(rack.get().strip().split("\\s+")[0]);
        }
    }

    void put(IncomingRequest request) {
        inbox.put(request);
    }
}
