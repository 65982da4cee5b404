package org.siprecservlet.sip;

import java.util.Optional;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;

/** Takes what comes in the dialogs of one application session. Returns at once and does not throw. */
interface DialogHandler {

    /** A request other than the first INVITE, ACK and CANCEL included. */
    void request(SipServletRequest request);

    /** The peer did not acknowledge our 2xx or reliable provisional answer to this request. */
    void unacknowledged(SipServletRequest request);

    default void handleRequestsOf(SipApplicationSession session) {
        session.setAttribute(DialogHandler.class.getName(), this);
    }

    static Optional<DialogHandler> of(SipServletRequest request) {
        SipApplicationSession session = request.getApplicationSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((DialogHandler) session.getAttribute(DialogHandler.class.getName()));
    }
}
