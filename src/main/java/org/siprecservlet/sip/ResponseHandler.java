package org.siprecservlet.sip;

import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Takes the answers to one request that was sent; attached to that request. Returns at once and does not throw. */
interface ResponseHandler {

    void response(SipServletResponse response);

    /** Has the answers to a request brought here. */
    default void handleResponsesTo(SipServletRequest request) {
        request.setAttribute(ResponseHandler.class.getName(), this);
    }

    /**
     * Who waits for this answer; nobody for those to a CANCEL or BYE that was sent for form, and nobody any more for those
     * to a request of an earlier deployment, which the container may still bring.
     */
    static Optional<ResponseHandler> of(SipServletResponse response) {
        SipServletRequest request = response.getRequest();
        Object handler = request == null ? null : request.getAttribute(ResponseHandler.class.getName());
        return handler instanceof ResponseHandler known ? Optional.of(known) : Optional.empty();
    }
}
