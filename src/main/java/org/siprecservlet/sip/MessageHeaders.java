package org.siprecservlet.sip;

import java.util.Iterator;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Set;
import javax.servlet.sip.SipServletMessage;

/** Carries headers from one leg to the other: all but those that belong to a dialog, a transaction or a hop. */
final class MessageHeaders {

    private static final Set<String> OF_ONE_LEG = Set.of(
            "via",
            "v",
            "route",
            "record-route",
            "from",
            "f",
            "to",
            "t",
            "call-id",
            "i",
            "cseq",
            "contact",
            "m",
            "max-forwards",
            "content-length",
            "l",
            "content-type",
            "c",
            "rseq",
            "rack");

    private MessageHeaders() {}

    /** Adds to one message the headers of another that are end to end. */
    static void copy(SipServletMessage from, SipServletMessage to) {
        for (Iterator<String> names = from.getHeaderNames(); names.hasNext(); ) {
            String name = names.next();
            if (!OF_ONE_LEG.contains(name.toLowerCase(Locale.ROOT))) {
                copy(name, from, to);
            }
        }
    }

    /** Adds the values of one header, in their order. What the container put there by itself is replaced. */
    static void copy(String name, SipServletMessage from, SipServletMessage to) {
        to.removeHeader(name);
        for (ListIterator<String> values = from.getHeaders(name); values.hasNext(); ) {
            to.addHeader(name, values.next());
        }
    }
}
