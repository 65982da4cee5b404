package org.siprecservlet.testkit.sip;

import java.util.Locale;
import java.util.Map;

/** One header field as it stands in a message; names compare without case and with their compact forms. */
public record SipHeader(String name, String value) {

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "accept-contact"),
            Map.entry("b", "referred-by"),
            Map.entry("c", "content-type"),
            Map.entry("e", "content-encoding"),
            Map.entry("f", "from"),
            Map.entry("i", "call-id"),
            Map.entry("k", "supported"),
            Map.entry("l", "content-length"),
            Map.entry("m", "contact"),
            Map.entry("o", "event"),
            Map.entry("r", "refer-to"),
            Map.entry("s", "subject"),
            Map.entry("t", "to"),
            Map.entry("u", "allow-events"),
            Map.entry("v", "via"),
            Map.entry("x", "session-expires"));

    /** Whether this field goes by the given name, in long or compact form. */
    public boolean is(String other) {
        return longName(name).equals(longName(other));
    }

    private static String longName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return COMPACT.getOrDefault(lower, lower);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
