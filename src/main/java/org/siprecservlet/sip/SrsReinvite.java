package org.siprecservlet.sip;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.siprecservlet.body.Body;
import org.siprecservlet.recording.SrsSignal;

/** A re-INVITE of ours within a recording session: sent, acknowledged, and its outcome told. */
final class SrsReinvite implements ResponseHandler {

    private static final System.Logger LOG = System.getLogger(SrsReinvite.class.getName());

    private final Consumer<SrsSignal> signals;
    private final AtomicBoolean answered = new AtomicBoolean();

    private SrsReinvite(Consumer<SrsSignal> signals) {
        this.signals = signals;
    }

    /** Never throws: what can not be sent has been refused. */
    static void send(SipSession session, Body description, Consumer<SrsSignal> signals) {
        try {
            SipServletRequest invite = session.createRequest("INVITE");
            invite.setHeader("Require", "siprec");
            invite.setHeader("Accept", SipSrsDialogs.ACCEPT);
            invite.setHeader("Allow", SipSrsDialogs.METHODS);
            SipSrsDialog.showAsRecordingClient(invite);
            MessageBody.put(description, invite);
            new SrsReinvite(signals).handleResponsesTo(invite);
            Messages.send(invite);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A re-INVITE to a recording server was not sent", e);
            signals.accept(new SrsSignal.OfferRefused(503, "It could not be sent"));
        }
    }

    @Override
    public void response(SipServletResponse response) {
        if (response.getStatus() < 200 || answered.getAndSet(true)) {
            return;
        }
        if (response.getStatus() < 300) {
            acknowledge(response);
            signals.accept(new SrsSignal.OfferAccepted(MessageBody.of(response)));
        } else {
            signals.accept(new SrsSignal.OfferRefused(response.getStatus(), phrase(response)));
        }
    }

    /** An answer that comes after our BYE is in a session that the container may already have given up. */
    private static void acknowledge(SipServletResponse response) {
        try {
            Messages.send(response.createAck());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Recording session {0}: the answer to a re-INVITE could not be acknowledged, the session is over: {1}",
                    response.getCallId(),
                    e.getMessage());
        }
    }

    static String phrase(SipServletResponse response) {
        return response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
    }
}
