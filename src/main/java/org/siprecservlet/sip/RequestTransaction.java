package org.siprecservlet.sip;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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

    /** Passes the request on as the one that the supplier creates on the other leg. */
    CompletionStage<Void> start(Supplier<SipServletRequest> outgoing) {
        return call.pass(exchange, from, MessageBody.of(in), body -> forward(outgoing.get(), body), this::fail);
    }

    @Override
    public void response(SipServletResponse response) {
        call.lane().then(() -> answered(response));
    }

    private void forward(SipServletRequest out, Body body) {
        MessageHeaders.copy(in, out);
        MessageBody.put(body, out);
        handleResponsesTo(out);
        Messages.send(out);
    }

    private CompletionStage<Void> answered(SipServletResponse response) {
        if (response.getStatus() < 200) {
            return Lane.DONE;
        }
        if (response.getStatus() >= 300) {
            call.withdraw(exchange);
            reply(response, MessageBody.of(response));
            return Lane.DONE;
        }
        return call.pass(exchange, from.other(), MessageBody.of(response), body -> reply(response, body), this::fail);
    }

    private void reply(SipServletResponse response, Body body) {
        Messages.send(Messages.answer(in, response, body));
        call.finished(this);
    }

    private void fail(CallRefused refused) {
        Messages.refuse(in, refused);
        call.withdraw(exchange);
        call.finished(this);
    }

    /** Whether an offer of this request still waits for its answer. */
    boolean hasOpenOffer() {
        return exchange.awaitsAnswerTo(from);
    }
}
