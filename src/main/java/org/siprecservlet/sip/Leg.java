package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/**
 * One dialog of a call.
 *
 * @param id the session's id, kept since a session that has ended does not tell it any more
 */
record Leg(SipSession session, String id) {

    private static final System.Logger LOG = System.getLogger(Leg.class.getName());

    /** To be asked on the thread that brings a message: once the dialog has ended, the session may serve another. */
    static Leg of(SipSession session) {
        return new Leg(session, session.getId());
    }

    /** Ends a dialog that a 2xx made and nobody wants: every 2xx is acknowledged (RFC 3261 section 13.2.2.4). */
    static void discard(SipServletResponse success) {
        Messages.send(success.createAck());
        of(success.getSession()).bye();
    }

    boolean isSame(Leg other) {
        return other != null && id.equals(other.id);
    }

    /** Whether the dialog is over: a container also ends one whose other side answers with 481. */
    boolean hasEnded() {
        return !session.isValid() || session.getState() == SipSession.State.TERMINATED;
    }

    SipServletRequest createRequest(String method) {
        return session.createRequest(method);
    }

    /** Ends the dialog by the B2BUA's own decision, if it has not ended already. */
    void bye() {
        bye(bye -> {});
    }

    /**
     * Ends the dialog, if it has not ended already.
     *
     * @param dressing adds to the BYE what belongs to it
     */
    void bye(Consumer<SipServletRequest> dressing) {
        try {
            if (!hasEnded()) {
                SipServletRequest bye = session.createRequest("BYE");
                dressing.accept(bye);
                Messages.send(bye);
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Session " + id + ": no BYE was sent", e);
        }
    }
}
