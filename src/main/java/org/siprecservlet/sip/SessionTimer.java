package org.siprecservlet.sip;

import java.util.Locale;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.call.Side;

/**
 * The session timer that the sides have agreed on (RFC 4028). A request of our own has to repeat it: one without would end it for
 * the side that gets it, and the other side would hang up for want of refreshes. Confined to the call's lane.
 */
final class SessionTimer {

    private static final String HEADER = "Session-Expires";

    private String interval;
    private Side refresher;

    /** Takes note of a 2xx of that side to an INVITE or UPDATE. */
    void hear(Side from, SipServletResponse success) {
        String value = success.getHeader(HEADER);
        interval = value == null ? null : value.split(";", 2)[0].trim();
        boolean answerer = value != null && value.toLowerCase(Locale.ROOT).matches(".*;\\s*refresher\\s*=\\s*uas\\b.*");
        refresher = answerer ? from : from.other();
    }

    /** Has a request to that side say what it knows already. */
    void repeat(SipServletRequest request, Side to) {
        if (interval != null) {
            request.addHeader("Supported", "timer");
            request.setHeader(HEADER, interval + ";refresher=" + (refresher == to ? "uas" : "uac"));
        }
    }
}
