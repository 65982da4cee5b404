package org.siprecservlet.sip;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.servlet.sip.SipServletMessage;

/** Reads headers that are lists of words, such as Supported and Allow. */
final class HeaderTokens {

    private HeaderTokens() {}

    /** The words of all headers of that name, in lower case. */
    static Set<String> of(SipServletMessage message, String name) {
        Set<String> words = new HashSet<>();
        for (Iterator<String> values = message.getHeaders(name); values.hasNext(); ) {
            for (String word : values.next().split(",")) {
                words.add(word.trim().toLowerCase(Locale.ROOT));
            }
        }
        words.remove("");
        return words;
    }
}
