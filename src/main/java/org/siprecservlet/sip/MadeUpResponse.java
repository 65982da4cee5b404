package org.siprecservlet.sip;

import javax.servlet.sip.SipServletResponse;

/** Tells a final answer that the container made up, since nothing came or nothing could be sent, from one off the wire. */
final class MadeUpResponse {

    private MadeUpResponse() {}

    static boolean isOne(SipServletResponse response) {
        return response.getRemoteAddr() == null;
    }
}
