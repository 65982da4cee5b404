package org.siprecservlet.sip;

import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/** What is sent on a leg by the B2BUA's own decision. */
final class Legs {

    private Legs() {}

    /** Ends a dialog that a 2xx made and nobody wants: every 2xx is acknowledged (RFC 3261 section 13.2.2.4). */
    static void discard(SipServletResponse success) {
        Messages.send(success.createAck());
        bye(success.getSession());
    }

    static void bye(SipSession session) {
        if (session.isValid() && session.getState() != SipSession.State.TERMINATED) {
            Messages.send(session.createRequest("BYE"));
        }
    }

    static SipServletRequest prack(SipServletResponse provisional) {
        try {
            return provisional.createPrack();
        } catch (Rel100Exception e) {
            throw new IllegalStateException("the provisional answer was not reliable", e);
        }
    }
}
