package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.call.Side;

/** An offer to one side of a call that the other has no part in: a re-INVITE of our own. */
final class OwnOffer implements ResponseHandler {

    private static final System.Logger LOG = System.getLogger(OwnOffer.class.getName());

    private final Side to;
    private final Lane lane;
    private final SipServletRequest request;
    private final BiFunction<OwnOffer, SipServletResponse, CompletionStage<Void>> outcome;
    private boolean late;

    /** @param outcome takes the final answer, in the call's lane */
    OwnOffer(
            Side to,
            Lane lane,
            SipServletRequest request,
            BiFunction<OwnOffer, SipServletResponse, CompletionStage<Void>> outcome) {
        this.to = to;
        this.lane = lane;
        this.request = request;
        this.outcome = outcome;
    }

    Side to() {
        return to;
    }

    void send() {
        handleResponsesTo(request);
        Messages.send(request);
    }

    /** It takes too long, so nobody waits for it any more. */
    void giveUp() {
        late = true;
        Messages.cancel(request);
    }

    boolean isLate() {
        return late;
    }

    @Override
    public void response(SipServletResponse response) {
        if (response.getStatus() >= 200) {
            lane.then(() -> {
                acknowledge(response);
                return outcome.apply(this, response);
            });
        }
    }

    /** The container acknowledges refusals, and wants no ACK once the dialog has been ended. */
    private static void acknowledge(SipServletResponse response) {
        if (response.getStatus() >= 300) {
            return;
        }
        try {
            Messages.send(response.createAck());
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Call-ID " + response.getCallId() + ": no ACK was sent", e);
        }
    }
}
