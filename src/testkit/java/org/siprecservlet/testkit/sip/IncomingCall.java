package org.siprecservlet.testkit.sip;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An INVITE (or re-INVITE) that came in. A CANCEL for it is answered by itself and the INVITE with it (487), unless the
 * agent was told otherwise. Responses with further To tags make this one callee look like a fork.
 */
public final class IncomingCall extends IncomingRequest {

    private final AtomicInteger rseq = new AtomicInteger();
    private final Inbox<IncomingRequest> cancels = new Inbox<>();
    private volatile boolean cancelled;

    IncomingCall(UserAgent agent, ServerTransaction transaction) {
        super(agent, transaction);
    }

    /** The session description that came with the INVITE; empty text without one. */
    public String offer() {
        return request().sdp();
    }

    @Override
    public SipMessage respond(int status, Edit... edits) {
        return respondAs(tag(), status, edits);
    }

    /** Responds like a branch of a fork that has the given To tag; each tag has its own dialog. */
    public SipMessage respondAs(String toTag, int status, Edit... edits) {
        SipMessage response = response(toTag, status, edits);
        openDialog(response);
        transaction().respond(response);
        return response;
    }

    private void openDialog(SipMessage response) {
        if (response.status() > 100
                && response.status() < 300
                && request().toTag().isEmpty()) {
            agent().dialogs().ofCallee(request(), response);
        }
    }

    public SipMessage ring(Edit... edits) {
        return respond(180, edits);
    }

    /** 200 with the given session description. */
    public SipMessage answer(String sdp, Edit... edits) {
        return respond(200, Edit.sdp(sdp).then(edits));
    }

    /** A provisional response that is repeated until its PRACK comes (RFC 3262). */
    public SipMessage respondReliably(int status, String sdp, Edit... edits) {
        return respondReliably(status, Edit.sdp(sdp).then(edits));
    }

    public SipMessage respondReliably(int status, Edit... edits) {
        Edit reliable = Edit.header("Require", "100rel").then(Edit.header("RSeq", "" + rseq.incrementAndGet()));
        SipMessage response = response(tag(), status, reliable.then(edits));
        openDialog(response);
        dialog().expectPrack(transaction());
        transaction().respondReliably(response);
        return response;
    }

    /** Waits for the PRACK of a reliable response; it still has to be answered. */
    public IncomingRequest awaitPrack() {
        return dialog().awaitRequest("PRACK");
    }

    /** Waits for the ACK of a final response; after a first one (of a fork) for the next. */
    public SipMessage awaitAck() {
        return awaitAck(agent().patience());
    }

    public SipMessage awaitAck(Duration patience) {
        return agent().await(
                        transaction().acks(),
                        a -> true,
                        "the ACK for " + request().startLine(),
                        patience);
    }

    /** Waits for a CANCEL. */
    public IncomingRequest awaitCancel() {
        return agent().await(cancels, c -> true, "a CANCEL for " + request().startLine(), agent().patience());
    }

    /** Whether a CANCEL came. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The dialog of the responses without a tag of their own; for a re-INVITE the dialog that it came in. */
    public Dialog dialog() {
        return dialog(tag());
    }

    /** The dialog of one branch of the fork. */
    public Dialog dialog(String toTag) {
        return agent().dialogs()
                .find(request().callId(), toTag, request().fromTag())
                .orElseThrow(() -> agent().timedOut("no response has made the dialog " + toTag));
    }

    void cancelled(IncomingRequest cancel, boolean answerBoth) {
        cancelled = true;
        if (answerBoth) {
            cancel.respond(200);
            if (!transaction().isAnswered()) {
                respond(487);
            }
        }
        cancels.put(cancel);
    }
}
