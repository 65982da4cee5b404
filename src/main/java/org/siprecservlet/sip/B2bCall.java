package org.siprecservlet.sip;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;

/**
 * One call through the B2BUA: two legs, the transactions between them, and the media path.
 *
 * <p>All steps run on the call's {@link Lane}, one after another, so nothing here is guarded otherwise.
 */
final class B2bCall implements DialogHandler {

    private static final System.Logger LOG = System.getLogger(B2bCall.class.getName());

    private final CallId id;
    private final Lane lane;
    private final MediaPath media;
    private final CallOutcome outcome;
    private final OutgoingInvites invites;
    private final Map<Side, SipSession> sessions = new EnumMap<>(Side.class);
    private final Set<RequestTransaction> updates = new HashSet<>();
    private InviteTransaction invite;
    private boolean answered;
    private boolean over;
    private boolean cancelledEarly;

    B2bCall(CallId id, Lane lane, MediaPath media, CallOutcome outcome, OutgoingInvites invites) {
        this.id = id;
        this.lane = lane;
        this.media = media;
        this.outcome = outcome;
        this.invites = invites;
    }

    CallId id() {
        return id;
    }

    Lane lane() {
        return lane;
    }

    /** Starts the call with the caller's INVITE. */
    void begin(SipServletRequest first) {
        sessions.put(Side.CALLER, first.getSession());
        lane.then(() -> start(Side.CALLER, first));
    }

    @Override
    public void request(SipServletRequest request) {
        lane.then(() -> dispatch(request));
    }

    @Override
    public void unacknowledged(SipServletRequest request) {
        lane.run(() -> hangUp("a side did not acknowledge the answer to its " + request.getMethod()));
    }

    /** Passes a body through the media path, then goes on in this call's order. */
    CompletionStage<Void> pass(
            OfferAnswer exchange, Side from, Body body, Consumer<Body> onward, Consumer<CallRefused> refused) {
        return lane.after(media.pass(exchange, from, body), onward, fault -> refused.accept(CallRefused.from(fault)));
    }

    /** Takes back the offer of a transaction that failed, and its effect on the media. */
    void withdraw(OfferAnswer exchange) {
        lane.then(() -> media.withdraw(exchange));
    }

    SipServletRequest outgoingInvite(Side from, SipServletRequest in) {
        if (!in.isInitial()) {
            return createOn(from.other(), "INVITE");
        }
        SipServletRequest out = invites.create(in);
        sessions.put(Side.CALLEE, out.getSession());
        return out;
    }

    /** A dialog with this side exists, or its newest: with forks it is the one that answered last. */
    void reached(Side side, SipSession session) {
        sessions.put(side, session);
    }

    /** The answer of an INVITE has been passed on. */
    void accepted(InviteTransaction transaction) {
        if (!answered) {
            answered = true;
            outcome.answered(this, sessions.get(Side.CALLEE));
        }
    }

    void finished(InviteTransaction transaction) {
        if (invite == transaction) {
            invite = null;
        }
    }

    void finished(RequestTransaction transaction) {
        updates.remove(transaction);
    }

    /** An INVITE found no success: the end of a call that was not yet answered. */
    void failed(InviteTransaction transaction) {
        if (!answered) {
            close();
        }
    }

    /** Ends the call towards both sides. */
    void hangUp(String why) {
        if (over) {
            return;
        }
        log("Ended by this server: " + why);
        if (answered) {
            sessions.values().forEach(Legs::bye);
        } else if (invite != null) {
            invite.abandon(new CallRefused(503, why));
        }
        close();
    }

    /** An INVITE has been cancelled before any answer to it could be seen. */
    void cancelledEarly() {
        cancelledEarly = true;
    }

    void log(String sentence) {
        LOG.log(System.Logger.Level.WARNING, "Call {0}: {1}", id, sentence);
    }

    private CompletionStage<Void> dispatch(SipServletRequest request) {
        Side from = side(request.getSession());
        switch (request.getMethod()) {
            case "INVITE":
                return start(from, request);
            case "ACK":
                return invite == null ? Lane.DONE : invite.ack(request);
            case "PRACK":
                return invite == null ? nothingPending(request) : invite.prack(request);
            case "CANCEL":
                cancel();
                return Lane.DONE;
            case "BYE":
                bye(from, request);
                return Lane.DONE;
            default:
                return passOn(from, request);
        }
    }

    private CompletionStage<Void> start(Side from, SipServletRequest request) {
        if (over || invite != null || updates.stream().anyMatch(RequestTransaction::hasOpenOffer)) {
            Messages.refuse(request, new CallRefused(491, "Another offer of this call is still being answered"));
            return Lane.DONE;
        }
        invite = new InviteTransaction(this, from, request);
        return invite.start();
    }

    private CompletionStage<Void> passOn(Side from, SipServletRequest request) {
        if (isOffer(request) && updates.stream().anyMatch(RequestTransaction::hasOpenOffer)) {
            Messages.refuse(request, new CallRefused(491, "Another offer of this call is still being answered"));
            return Lane.DONE;
        }
        RequestTransaction transaction = new RequestTransaction(this, from, request, new OfferAnswer());
        updates.add(transaction);
        return transaction.start(() -> createOn(from.other(), request.getMethod()));
    }

    private static boolean isOffer(SipServletRequest request) {
        return request.getMethod().equals("UPDATE") && request.getContentLength() > 0;
    }

    private SipServletRequest createOn(Side side, String method) {
        return sessions.get(side).createRequest(method);
    }

    private CompletionStage<Void> nothingPending(SipServletRequest request) {
        Messages.refuse(request, new CallRefused(481, "No INVITE is pending"));
        return Lane.DONE;
    }

    private void cancel() {
        if (invite != null) {
            invite.cancel();
        }
        if (!answered) {
            close();
        }
    }

    private void bye(Side from, SipServletRequest bye) {
        Messages.send(bye.createResponse(200));
        if (over) {
            return;
        }
        if (answered) {
            SipServletRequest onward = createOn(from.other(), "BYE");
            MessageHeaders.copy(bye, onward);
            MessageBody.put(MessageBody.of(bye), onward);
            Messages.send(onward);
        } else if (invite != null) {
            invite.abandon(new CallRefused(487, "The caller ended the call before it was answered"));
        }
        close();
    }

    private void close() {
        if (!over) {
            over = true;
            lane.then(media::close);
            if (cancelledEarly) {
                SipContainer.letExpire(sessions.get(Side.CALLER).getApplicationSession());
            }
            outcome.ended(this, answered);
        }
    }

    private Side side(SipSession session) {
        return session.getId().equals(sessions.get(Side.CALLER).getId()) ? Side.CALLER : Side.CALLEE;
    }
}
