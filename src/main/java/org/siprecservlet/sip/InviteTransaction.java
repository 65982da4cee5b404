package org.siprecservlet.sip;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;
import org.siprecservlet.recording.Timers;

/**
 * One INVITE, first or later, on its way through: from the leg it came from to the other, and its answers back.
 *
 * <p>When the INVITE forks beyond us, all early dialogs show as one to the side that called: the last provisional answer
 * counts, the first 2xx wins, and later ones are acknowledged and ended here.
 */
final class InviteTransaction implements ResponseHandler {

    private final B2bCall call;
    private final Side from;
    private final SipServletRequest in;
    private final OfferAnswer exchange = new OfferAnswer();
    private final ReliableAnswers reliable = new ReliableAnswers();

    private Timers.Cancellable ringing = () -> {};
    private SipServletRequest out;
    private SipServletRequest cancel;
    private SipServletResponse success;
    private volatile boolean heard;
    private boolean givenUp;
    private boolean cancelAgain;
    private boolean settled;

    InviteTransaction(B2bCall call, Side from, SipServletRequest in) {
        this.call = call;
        this.from = from;
        this.in = in;
    }

    Side from() {
        return from;
    }

    /** Who has made an offer in this INVITE or its answers that is not answered yet. */
    Optional<Side> openOfferer() {
        return exchange.offerer().filter(exchange::awaitsAnswerTo);
    }

    /** Passes the INVITE on. */
    CompletionStage<Void> start() {
        call.heard(from, in);
        ringing = call.whenUnanswered(() -> abandon(new CallRefused(408, "Nobody has answered in time")));
        return call.pass(exchange, from, MessageBody.of(in), this::forward, this::refuse);
    }

    @Override
    public void response(SipServletResponse response) {
        heard = true;
        Leg leg = Leg.of(response.getSession());
        call.lane().then(() -> switch (response.getStatus() / 100) {
            case 1 -> provisional(leg, response);
            case 2 -> succeeded(leg, response);
            default -> failed(response);
        });
    }

    /** The side that called gives up; the container has answered its INVITE with 487. */
    void cancel(SipServletRequest request) {
        if (success == null) {
            cancel = request;
            giveUp();
            call.failed();
        }
    }

    /** Ends the transaction for both sides, however far it has come. */
    void abandon(CallRefused why) {
        if (success != null) {
            call.end(this);
            Messages.send(success.createAck());
        } else if (!givenUp) {
            giveUp();
            refuse(why);
        }
    }

    /** The side that called acknowledges a reliable provisional answer; with it may come an offer or an answer. */
    CompletionStage<Void> prack(SipServletRequest prack) throws CallRefused {
        SipServletResponse acknowledged = reliable.takeAcknowledged();
        OfferAnswer ofPrack = exchange.awaitsAnswerTo(from.other()) ? exchange : new OfferAnswer();
        CompletionStage<Void> passed =
                new RequestTransaction(call, from, prack, ofPrack).start(() -> ReliableAnswers.prack(acknowledged));
        if (!isDecided()) {
            reliable.passNext();
        }
        return passed;
    }

    /** The side that called acknowledges the 2xx; with it may come the answer to a late offer. */
    CompletionStage<Void> ack(Side side, SipServletRequest ack) {
        if (success == null || side != from) {
            return Lane.DONE;
        }
        call.end(this);
        return call.pass(exchange, from, MessageBody.of(ack), body -> acknowledge(ack, body), refused -> {
            acknowledge(ack, Body.NONE);
            call.hangUp("the answer in the ACK can not be used: " + refused.getMessage());
        });
    }

    private void forward(Body body) {
        out = call.outgoingInvite(from, in);
        MessageHeaders.copy(in, out);
        MessageBody.put(body, out);
        handleResponsesTo(out);
        if (in.isInitial()) {
            call.sendFirst(out, () -> !heard, this::abandon);
        } else {
            Messages.send(out);
        }
    }

    private CompletionStage<Void> provisional(Leg leg, SipServletResponse response) {
        if (cancelAgain) {
            cancelAgain = false;
            sendCancel();
        }
        if (response.getStatus() == 100 || isDecided()) {
            return Lane.DONE;
        }
        call.reached(from.other(), leg);
        return call.pass(
                exchange,
                from.other(),
                MessageBody.of(response),
                body -> passProvisional(response, body),
                refused -> call.log("A provisional answer is not passed on: " + refused.getMessage()));
    }

    /** Whether nobody waits for an answer any more; a CANCEL that is on its way here has already been answered. */
    private boolean isDecided() {
        return success != null || givenUp || in.isCommitted();
    }

    private void passProvisional(SipServletResponse response, Body body) {
        SipServletResponse answer = Messages.answer(in, response, body);
        if (response.getHeader("RSeq") == null) {
            Messages.reply(answer);
        } else {
            reliable.pass(response, answer);
        }
    }

    private CompletionStage<Void> succeeded(Leg leg, SipServletResponse response) {
        if (isDecided()) {
            dismiss(response);
            return Lane.DONE;
        }
        ringing.cancel();
        success = response;
        call.reached(from.other(), leg);
        call.heard(from.other(), response);
        return call.pass(
                exchange,
                from.other(),
                MessageBody.of(response),
                body -> accept(response, body),
                refused -> decline(response, refused));
    }

    private void accept(SipServletResponse response, Body body) {
        Messages.send(Messages.answer(in, response, body));
        call.answered(response.getHeader("Session-ID"));
        if (openOfferer().isEmpty()) {
            settle();
        }
    }

    /** A 2xx that can not be passed on. What the sides believe is agreed then differs: a call of long standing ends too. */
    private void decline(SipServletResponse response, CallRefused why) {
        CallRefused fault = why.ofAnswer();
        end();
        dismiss(response);
        Messages.refuse(in, fault);
        call.hangUp(fault.getMessage());
    }

    /** A 2xx that nobody wants: it crossed the CANCEL, or came from another fork than the one that won, or is of no use. */
    private void dismiss(SipServletResponse response) {
        if (in.isInitial()) {
            Leg.discard(response);
            call.forked(response.getApplicationSession());
        } else {
            Messages.send(response.createAck());
        }
        if (givenUp) {
            end();
        }
    }

    private CompletionStage<Void> failed(SipServletResponse response) {
        if (success == null) {
            end();
            if (!givenUp) {
                passFailure(response);
            }
        }
        return Lane.DONE;
    }

    private void passFailure(SipServletResponse response) {
        if (MadeUpResponse.isOne(response)) {
            Messages.refuse(in, MadeUpResponse.meaning(response));
        } else {
            Messages.reply(Messages.answer(in, response, MessageBody.of(response)));
        }
    }

    private void acknowledge(SipServletRequest ack, Body body) {
        SipServletRequest passed = success.createAck();
        MessageHeaders.copy(ack, passed);
        MessageBody.put(body, passed);
        Messages.send(passed);
        settle();
    }

    /** Told with the 200, or with the ACK when that has the answer. */
    private void settle() {
        if (!settled) {
            settled = true;
            call.agreed(exchange);
            call.established();
        }
    }

    private void giveUp() {
        givenUp = true;
        // Before the first provisional answer a CANCEL comes to nothing (RFC 3261 section 9.1).
        cancelAgain = !heard;
        ringing.cancel();
        sendCancel();
    }

    private void sendCancel() {
        Messages.cancel(out, Optional.ofNullable(cancel));
    }

    private void refuse(CallRefused why) {
        end();
        Messages.refuse(in, why);
    }

    /** Comes before the answer that tells: the same call may be tried again at once, with credentials for example. */
    private void end() {
        ringing.cancel();
        call.withdraw(exchange);
        call.end(this);
        call.failed();
    }
}
