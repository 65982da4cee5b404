package org.siprecservlet.sip;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.call.Side;
import org.siprecservlet.recording.Timers;

/**
 * Tells the sides of a call by offers of our own what is recorded, whenever that has become another than they were told
 * (RFC 7866 section 7.1.2), by re-INVITE, as RFC 3311 section 5.1 recommends it in a call that is answered. An offer is made when nothing is being negotiated, to one side after the other; meanwhile offers of the
 * sides wait for a moment, so that ours costs them none of theirs. Whatever becomes of an offer, the call goes on.
 *
 * <p>Confined to the call's lane.
 */
final class Indicator {

    private final B2bCall call;
    private final MediaPath media;
    private final SessionTimer sessionTimer;
    private final CallTimers timers;
    private final HeldRequests held = new HeldRequests();
    private final Map<Side, Timers.Cancellable> resting = new EnumMap<>(Side.class);
    private Timers.Cancellable patience = () -> {};
    private OwnOffer open;
    private boolean over;

    Indicator(B2bCall call, MediaPath media, SessionTimer sessionTimer, CallTimers timers) {
        this.call = call;
        this.media = media;
        this.sessionTimer = sessionTimer;
        this.timers = timers;
    }

    /** Makes the offers that have to be made, if they may be made now. */
    void tellNews() {
        for (Side side : Side.values()) {
            if (open == null && !over && call.isSettled() && !resting.containsKey(side) && media.hasNewsFor(side)) {
                offer(side);
            }
        }
    }

    /** Whether a request of a side with which something is negotiated has to wait for ours; then it is handed on later. */
    boolean holds(Leg leg, String method, Runnable handing) throws CallRefused {
        if (open != null && call.leg(open.to()).hasEnded()) {
            lost(open);
        }
        if (open == null) {
            return false;
        }
        if (open.isLate()) {
            throw new CallRefused(491, "This server has made an offer that is not answered yet");
        }
        held.add(leg, method, handing);
        return true;
    }

    /** A side takes its INVITE back. */
    void cancelled(Leg leg) {
        held.forgetInvite(leg);
    }

    /** The call is over: nothing is told any more. */
    void close() {
        over = true;
        resting.values().forEach(Timers.Cancellable::cancel);
        ended();
    }

    private void offer(Side side) {
        try {
            Leg leg = call.leg(side);
            if (leg.hasEnded()) {
                return;
            }
            SipServletRequest request = leg.createRequest("INVITE");
            MessageBody.put(media.news(side), request);
            sessionTimer.repeat(request, side);
            OwnOffer offer = new OwnOffer(side, call.lane(), request, this::answered);
            open = offer;
            patience = timers.whenLate(() -> call.lane().run(() -> late(offer)));
            offer.send();
        } catch (RuntimeException e) {
            refused(side, "it could not be sent: " + e.getMessage());
            ended();
        }
    }

    private void late(OwnOffer offer) {
        if (open == offer) {
            offer.giveUp();
            held.handOn();
            patience = timers.whenLost(() -> call.lane().run(() -> lost(offer)));
        }
    }

    /** Open Liberty does not tell of every answer that ends a dialog. */
    private void lost(OwnOffer offer) {
        if (open == offer) {
            refused(offer.to(), "it did not answer");
            ended();
        }
    }

    private CompletionStage<Void> answered(OwnOffer offer, SipServletResponse response) {
        if (over || open != offer) {
            return Lane.DONE;
        }
        Side side = offer.to();
        CompletionStage<Void> taken = Lane.DONE;
        if (response.getStatus() < 300) {
            taken = call.lane()
                    .after(
                            media.takeNews(side, MessageBody.of(response)),
                            done -> call.preferred(),
                            fault -> call.log("What the " + side
                                    + " changed when it was told of the recording is lost: " + fault.getMessage()));
        } else {
            refused(side, response);
        }
        ended();
        return taken;
    }

    private void refused(Side side, SipServletResponse response) {
        int status = response.getStatus();
        Duration retryAfter = SrsRefusals.retryAfter(response.getHeader("Retry-After"));
        if (status == 491) {
            rest(side, timers.afterGlare(side == Side.CALLEE, again(side)));
        } else if (status == 500 && !retryAfter.isZero()) {
            rest(side, timers.after(retryAfter, again(side)));
        } else {
            refused(side, "it answered a re-INVITE with " + status);
        }
    }

    private void refused(Side side, String why) {
        media.refuseNews(side);
        call.log("The " + side + " was not told what is recorded: " + why + "; the call goes on");
    }

    private void rest(Side side, Timers.Cancellable until) {
        resting.put(side, until);
    }

    private Runnable again(Side side) {
        return () -> call.lane().run(() -> {
            resting.remove(side);
            tellNews();
        });
    }

    /** Those who waited come first; what they negotiate tells the news as well. */
    private void ended() {
        open = null;
        patience.cancel();
        held.handOn();
        if (!over) {
            call.lane().run(this::tellNews);
        }
    }
}
