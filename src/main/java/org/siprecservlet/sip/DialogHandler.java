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

    /** Whose dialog this request is in; nobody's when it is in one of an earlier deployment. */
    static Optional<DialogHandler> of(SipServletRequest request) {
        SipApplicationSession session = request.getApplicationSession(false);
        Object handler = session == null ? null : session.getAttribute(DialogHandler.class.getName());
        return handler instanceof DialogHandler known ? Optional.of(known) : Optional.empty();
    }
}
