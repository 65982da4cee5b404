package org.siprecservlet.sip;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.call.Side;
import org.siprecservlet.recording.Timers;

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
    private final CallTimers timers;
    private final Map<Side, Party> parties;
    private final SessionTimer sessionTimer = new SessionTimer();
    private final Indicator indicator;
    private final Map<Side, Leg> legs = new EnumMap<>(Side.class);
    private final PendingTransactions pending = new PendingTransactions();
    private boolean answered;
    private String calleesSessionId;
    private boolean established;
    private boolean forked;
    private boolean over;

    B2bCall(
            CallId id,
            Lane lane,
            Function<Map<Side, Party>, MediaPath> media,
            CallOutcome outcome,
            OutgoingInvites invites,
            CallTimers timers) {
        this.id = id;
        this.lane = lane;
        this.parties = Map.of(Side.CALLER, new Party(), Side.CALLEE, new Party());
        this.media = media.apply(parties);
        this.outcome = outcome;
        this.invites = invites;
        this.timers = timers;
        this.indicator = new Indicator(this, this.media, sessionTimer, timers);
    }

    CallId id() {
        return id;
    }

    Lane lane() {
        return lane;
    }

    /** Starts the call with the caller's INVITE. */
    void begin(SipServletRequest first) {
        legs.put(Side.CALLER, Leg.of(first.getSession()));
        request(first);
    }

    @Override
    public void request(SipServletRequest request) {
        handle(Leg.of(request.getSession()), request);
    }

    private void handle(Leg leg, SipServletRequest request) {
        lane.then(() -> {
            try {
                return dispatch(leg, request);
            } catch (CallRefused refused) {
                Messages.refuse(request, refused);
                return Lane.DONE;
            }
        });
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
        legs.put(Side.CALLEE, Leg.of(out.getSession()));
        return out;
    }

    /** Has the step done when a side has not answered for too long. */
    Timers.Cancellable whenUnanswered(Runnable step) {
        return timers.whenUnanswered(() -> lane.run(step));
    }

    /** Sends the INVITE that opens the other leg, and has the refusal taken when it turns out that nobody takes it. */
    void sendFirst(SipServletRequest out, BooleanSupplier nothingHeard, Consumer<CallRefused> refusal) {
        invites.send(out, nothingHeard, why -> lane.run(() -> refusal.accept(why)));
    }

    /** A dialog with this side exists, or its newest: with forks it is the one that answered last. */
    void reached(Side side, Leg leg) {
        Leg before = legs.put(side, leg);
        forked |= before != null && !before.isSame(leg);
    }

    /** A dialog of another fork was made, and has been ended. */
    void forked(SipApplicationSession session) {
        forked = true;
        if (over) {
            SipContainer.letExpire(session);
        }
    }

    /** The 2xx, with this Session-ID or none, has been passed on: from now on the call ends with a BYE. */
    void answered(String sessionId) {
        if (!answered) {
            answered = true;
            calleesSessionId = sessionId;
        }
    }

    /** The call is answered, and so is its offer, which may be later: with an offer in the 2xx, the ACK answers it. */
    void established() {
        if (!established && !over) {
            established = true;
            outcome.answered(this, legs.get(Side.CALLEE).session(), calleesSessionId);
        }
    }

    /** A side says with an INVITE or UPDATE, or its 2xx to one, what it can do. */
    void heard(Side from, SipServletMessage message) {
        parties.get(from).hear(message);
        if (message instanceof SipServletResponse success) {
            sessionTimer.hear(from, success);
        }
    }

    /** Something is recorded otherwise than before. */
    void indicate(Supplier<RecordingIndication> now) {
        lane.run(() -> {
            media.indicate(now.get());
            indicator.tellNews();
        });
    }

    /** Whether the call is answered, and nothing is being negotiated. */
    boolean isSettled() {
        return established && !over && pending.areIdle();
    }

    Leg leg(Side side) {
        return legs.get(side);
    }

    /** Offer and answer of an exchange have been passed on; what is agreed before the call is established is part of that. */
    void agreed(OfferAnswer exchange) {
        if (exchange.isComplete()) {
            media.agree();
            preferred();
        }
        if (established && !over && exchange.isComplete()) {
            outcome.changed(this);
        }
    }

    /** A side has described itself anew, and may wish something else of the recording. */
    void preferred() {
        outcome.preferred(this, media.preference());
    }

    void begin(RequestTransaction transaction) {
        pending.begin(transaction);
    }

    void end(InviteTransaction transaction) {
        pending.end(transaction);
        tellNews();
    }

    void end(RequestTransaction transaction) {
        pending.end(transaction);
        tellNews();
    }

    /** An INVITE found no success: the end of a call that was not yet answered. */
    void failed() {
        if (!answered) {
            close();
        }
    }

    /** Ends the call towards both sides. */
    void hangUp(String why) {
        if (!over) {
            log("Ended by this server: " + why);
            pending.invite().ifPresent(invite -> invite.abandon(new CallRefused(503, why)));
            if (answered) {
                legs.values().forEach(Leg::bye);
            }
            close();
        }
    }

    private void tellNews() {
        if (!over) {
            lane.run(indicator::tellNews);
        }
    }

    void log(String sentence) {
        LOG.log(System.Logger.Level.WARNING, "Call {0}: {1}", id, sentence);
    }

    private CompletionStage<Void> dispatch(Leg leg, SipServletRequest request) throws CallRefused {
        Side from = leg.isSame(legs.get(Side.CALLER)) ? Side.CALLER : Side.CALLEE;
        switch (request.getMethod()) {
            case "INVITE":
                checkIsLive(leg);
                return start(from, leg, request);
            case "ACK":
                return pending.invite().map(invite -> invite.ack(from, request)).orElse(Lane.DONE);
            case "PRACK":
                return prack(request);
            case "CANCEL":
                indicator.cancelled(leg);
                pending.invite().ifPresent(invite -> invite.cancel(request));
                return Lane.DONE;
            case "BYE":
                Messages.reply(request.createResponse(200));
                if (!over && !isOfForkThatLost(leg)) {
                    bye(from, request);
                }
                return Lane.DONE;
            default:
                checkIsLive(leg);
                return passOn(from, leg, request);
        }
    }

    private CompletionStage<Void> start(Side from, Leg leg, SipServletRequest request) throws CallRefused {
        if (indicator.holds(leg, request.getMethod(), () -> handle(leg, request))) {
            return Lane.DONE;
        }
        pending.checkInvite(from);
        InviteTransaction invite = new InviteTransaction(this, from, request);
        pending.begin(invite);
        return invite.start();
    }

    private CompletionStage<Void> prack(SipServletRequest request) throws CallRefused {
        if (pending.invite().isEmpty()) {
            throw new CallRefused(481, "No INVITE is pending");
        }
        return pending.invite().get().prack(request);
    }

    private CompletionStage<Void> passOn(Side from, Leg leg, SipServletRequest request) throws CallRefused {
        if (request.getMethod().equals("UPDATE") && request.getContentLength() > 0) {
            if (indicator.holds(leg, request.getMethod(), () -> handle(leg, request))) {
                return Lane.DONE;
            }
            pending.checkOffer(from);
        }
        return new RequestTransaction(this, from, request, new OfferAnswer())
                .start(() -> createOn(from.other(), request.getMethod()));
    }

    private void checkIsLive(Leg leg) throws CallRefused {
        if (over || isOfForkThatLost(leg)) {
            throw new CallRefused(481, "The call is over");
        }
    }

    private SipServletRequest createOn(Side side, String method) {
        return legs.get(side).createRequest(method);
    }

    private void bye(Side from, SipServletRequest bye) {
        boolean toBePassed = answered;
        pending.invite()
                .ifPresent(invite -> invite.abandon(new CallRefused(487, "The call was ended before this INVITE was")));
        close();
        if (toBePassed) {
            legs.get(from.other()).bye(onward -> {
                MessageHeaders.copy(bye, onward);
                MessageBody.put(MessageBody.of(bye), onward);
            });
        }
    }

    private void close() {
        if (!over) {
            over = true;
            indicator.close();
            lane.then(media::close);
            if (forked || !answered) {
                SipContainer.letExpire(legs.get(Side.CALLER).session().getApplicationSession());
            }
            outcome.ended(this);
        }
    }

    private boolean isOfForkThatLost(Leg leg) {
        return answered && legs.values().stream().noneMatch(leg::isSame);
    }
}
