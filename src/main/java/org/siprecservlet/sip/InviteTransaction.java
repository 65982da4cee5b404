package org.siprecservlet.sip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;

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
    /** Reliable provisional answers that wait for the PRACK of the side that called; the first of them has been passed. */
    private final Deque<ReliableAnswer> unacknowledged = new ArrayDeque<>();

    private SipServletRequest out;
    private SipServletResponse success;
    private boolean answerable;
    private boolean cancelled;

    private record ReliableAnswer(SipServletResponse received, SipServletResponse passed) {}

    InviteTransaction(B2bCall call, Side from, SipServletRequest in) {
        this.call = call;
        this.from = from;
        this.in = in;
    }

    Side from() {
        return from;
    }

    /** Passes the INVITE on. */
    CompletionStage<Void> start() {
        return call.pass(exchange, from, MessageBody.of(in), this::forward, this::fail);
    }

    @Override
    public void response(SipServletResponse response) {
        call.lane().then(() -> answered(response));
    }

    /** The side that called gives up. */
    void cancel() {
        if (success != null || cancelled) {
            return;
        }
        cancelled = true;
        if (out != null) {
            sendCancel();
            if (!answerable) {
                call.cancelledEarly();
            }
        }
    }

    /** Gives up for both sides. */
    void abandon(CallRefused why) {
        cancel();
        Messages.refuse(in, why);
    }

    /** The side that called acknowledges a reliable provisional answer; with it may come an offer or an answer. */
    CompletionStage<Void> prack(SipServletRequest prack) {
        ReliableAnswer first = unacknowledged.poll();
        if (first == null) {
            Messages.refuse(prack, new CallRefused(481, "No provisional answer waits for this PRACK"));
            return Lane.DONE;
        }
        boolean answers = exchange.awaitsAnswerTo(from.other());
        OfferAnswer exchangeOfPrack = answers ? exchange : new OfferAnswer();
        CompletionStage<Void> passed =
                new RequestTransaction(call, from, prack, exchangeOfPrack).start(() -> Legs.prack(first.received()));
        passNextReliableAnswer();
        return passed;
    }

    /** The side that called acknowledges the 2xx; with it may come the answer to a late offer. */
    CompletionStage<Void> ack(SipServletRequest ack) {
        call.finished(this);
        if (success == null) {
            return Lane.DONE;
        }
        return call.pass(exchange, from, MessageBody.of(ack), body -> sendAck(ack, body), refused -> {
            sendAck(ack, Body.NONE);
            call.hangUp("the answer in the ACK can not be used: " + refused.getMessage());
        });
    }

    private void forward(Body body) {
        if (cancelled) {
            return;
        }
        out = call.outgoingInvite(from, in);
        MessageHeaders.copy(in, out);
        MessageBody.put(body, out);
        handleResponsesTo(out);
        Messages.send(out);
    }

    private CompletionStage<Void> answered(SipServletResponse response) {
        int status = response.getStatus();
        if (status < 200) {
            return provisional(response);
        }
        if (status < 300) {
            return accepted(response);
        }
        over();
        if (!cancelled) {
            Messages.send(Messages.answer(in, response, MessageBody.of(response)));
        }
        return Lane.DONE;
    }

    private CompletionStage<Void> provisional(SipServletResponse response) {
        if (!answerable) {
            answerable = true;
            if (cancelled) {
                sendCancel();
            }
        }
        if (response.getStatus() == 100 || cancelled || success != null) {
            return Lane.DONE;
        }
        call.reached(from.other(), response.getSession());
        return call.pass(
                exchange, from.other(), MessageBody.of(response), body -> passProvisional(response, body), r -> {
                    call.log("A provisional answer is not passed on: " + r.getMessage());
                });
    }

    private void passProvisional(SipServletResponse response, Body body) {
        SipServletResponse answer = Messages.answer(in, response, body);
        if (response.getHeader("RSeq") == null) {
            Messages.send(answer);
            return;
        }
        answer.removeHeader("Require");
        unacknowledged.add(new ReliableAnswer(response, answer));
        if (unacknowledged.size() == 1) {
            Messages.sendReliably(answer);
        }
    }

    private void passNextReliableAnswer() {
        if (!unacknowledged.isEmpty()) {
            Messages.sendReliably(unacknowledged.peek().passed());
        }
    }

    private CompletionStage<Void> accepted(SipServletResponse response) {
        if (success != null || cancelled) {
            unwanted(response);
            return Lane.DONE;
        }
        success = response;
        call.reached(from.other(), response.getSession());
        return call.pass(exchange, from.other(), MessageBody.of(response), body -> accept(response, body), refused -> {
            over();
            Legs.discard(response);
            Messages.refuse(
                    in, new CallRefused(502, "The other side's answer can not be used: " + refused.getMessage()));
        });
    }

    /** A 2xx that crossed the CANCEL, or came from another fork than the one that won. */
    private void unwanted(SipServletResponse response) {
        if (in.isInitial()) {
            Legs.discard(response);
        } else {
            Messages.send(response.createAck());
        }
        if (cancelled) {
            over();
        }
    }

    private void accept(SipServletResponse response, Body body) {
        Messages.send(Messages.answer(in, response, body));
        call.accepted(this);
    }

    private void sendAck(SipServletRequest ack, Body body) {
        SipServletRequest passed = success.createAck();
        MessageHeaders.copy(ack, passed);
        MessageBody.put(body, passed);
        Messages.send(passed);
    }

    private void sendCancel() {
        Messages.cancel(out);
    }

    private void fail(CallRefused refused) {
        over();
        Messages.refuse(in, refused);
    }

    /** Comes before the answer that tells: the same call may be tried again at once, with credentials for example. */
    private void over() {
        call.withdraw(exchange);
        call.finished(this);
        call.failed(this);
    }
}
