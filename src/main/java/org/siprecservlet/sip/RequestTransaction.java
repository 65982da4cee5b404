package org.siprecservlet.sip;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;

/** One request in the dialog other than INVITE, ACK, CANCEL and BYE on its way through, and its answer back. */
final class RequestTransaction implements ResponseHandler {

    private final B2bCall call;
    private final Side from;
    private final SipServletRequest in;
    private final OfferAnswer exchange;

    RequestTransaction(B2bCall call, Side from, SipServletRequest in, OfferAnswer exchange) {
        this.call = call;
        this.from = from;
        this.in = in;
        this.exchange = exchange;
    }

    Side from() {
        return from;
    }

    /** Whether an offer of this request still waits for its answer. */
    boolean hasOpenOffer() {
        return exchange.awaitsAnswerTo(from);
    }

    /** Passes the request on as the one that the supplier creates on the other leg. */
    CompletionStage<Void> start(Supplier<SipServletRequest> outgoing) {
        call.begin(this);
        learn(from, in);
        return call.pass(exchange, from, MessageBody.of(in), body -> forward(outgoing.get(), body), this::refuse);
    }

    @Override
    public void response(SipServletResponse response) {
        call.lane().then(() -> switch (response.getStatus() / 100) {
            case 1 -> Lane.DONE;
            case 2 -> succeeded(response);
            default -> failed(response);
        });
    }

    private void forward(SipServletRequest out, Body body) {
        MessageHeaders.copy(in, out);
        MessageBody.put(body, out);
        handleResponsesTo(out);
        Messages.send(out);
    }

    private void learn(Side side, SipServletMessage message) {
        if (in.getMethod().equals("UPDATE")) {
            call.heard(side, message);
        }
    }

    private CompletionStage<Void> succeeded(SipServletResponse response) {
        learn(from.other(), response);
        return call.pass(
                exchange,
                from.other(),
                MessageBody.of(response),
                body -> accept(response, body),
                refused -> refuse(refused.ofAnswer()));
    }

    private void accept(SipServletResponse response, Body body) {
        reply(response, body);
        call.agreed(exchange);
    }

    private CompletionStage<Void> failed(SipServletResponse response) {
        call.withdraw(exchange);
        reply(response, MessageBody.of(response));
        return Lane.DONE;
    }

    private void reply(SipServletResponse response, Body body) {
        call.end(this);
        Messages.reply(Messages.answer(in, response, body));
    }

    private void refuse(CallRefused refused) {
        call.end(this);
        call.withdraw(exchange);
        Messages.refuse(in, refused);
    }
}
