package org.siprecservlet.sip;

import javax.servlet.sip.SipServletResponse;

/** Tells a final answer that the container made up, since nothing came or nothing could be sent, from one off the wire. */
final class MadeUpResponse {

    private MadeUpResponse() {}

    /**
     * Open Liberty knows no sender then; Restcomm names the one that was meant, but none that anything came from, which on Open
     * Liberty is never told.
     */
    static boolean isOne(SipServletResponse response) {
        return response.getRemoteAddr() == null
                || SipContainer.isRestcomm(response) && response.getInitialRemoteAddr() == null;
    }

    /** What the side that called is told: its own request was good, and has found nobody. */
    static CallRefused meaning(SipServletResponse response) {
        String target = response.getRequest().getRequestURI().toString();
        return response.getStatus() == 408
                ? new CallRefused(504, "Nothing answers at " + target)
                : new CallRefused(response.getStatus(), "Nothing can be sent to " + target);
    }
}
