package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.body.Body;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.ServerReply;
import org.siprecservlet.recording.SrsSignal;

/** What is sent and taken in an established dialog with a recording server, whichever side began it. */
final class SrsConversation {

    private static final System.Logger LOG = System.getLogger(SrsConversation.class.getName());

    private final String callId;
    private final Consumer<SrsSignal> signals;
    private final InviteTurn turn = new InviteTurn();
    private final SrsRequests requests;
    private volatile Leg leg;

    SrsConversation(String callId, Consumer<SrsSignal> signals) {
        this.callId = callId;
        this.signals = signals;
        this.requests = new SrsRequests(signals, turn);
    }

    void establish(Leg dialog) {
        leg = dialog;
    }

    /** Null until there is one. */
    Leg leg() {
        return leg;
    }

    void handle(SipServletRequest request) {
        requests.handle(request);
    }

    void reinvite(Body description) {
        turn.ours(() -> SrsReinvite.send(leg.session(), description, signals));
    }

    void send(InDialogRequest request, Consumer<ServerReply> reply) {
        SrsMessage.send(leg.session(), request, reply);
    }

    void bye() {
        turn.close();
        if (leg.hasEnded() || !attempt("BYE", this::sendBye)) {
            signals.accept(new SrsSignal.ByeDone());
        }
    }

    private void sendBye() {
        SipServletRequest bye = leg.createRequest("BYE");
        ResponseHandler done = response -> signals.accept(new SrsSignal.ByeDone());
        done.handleResponsesTo(bye);
        Messages.send(bye);
    }

    /** Returns whether it was sent, as far as the container knows. */
    boolean attempt(String what, Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (UncheckedIOException e) {
            // Restcomm says this too of what the recorder has got, when it closes the connection in that moment.
            LOG.log(System.Logger.Level.WARNING, "Recording session " + callId + ": " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Recording session " + callId + ": " + what + " was not sent", e);
            return false;
        }
    }
}
