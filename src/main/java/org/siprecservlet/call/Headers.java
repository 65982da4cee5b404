package org.siprecservlet.call;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Header fields of a SIP message: for each name its values in the order in which they came. Names are the same whatever
 * their case, and a compact form is the same as its long one (RFC 3261 section 7.3.3). Text of a stranger: may hold anything.
 */
public final class Headers {

    private static final Map<String, String> COMPACT_FORMS = Map.ofEntries(
            Map.entry("a", "Accept-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("c", "Content-Type"),
            Map.entry("d", "Request-Disposition"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("j", "Reject-Contact"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("n", "Identity-Info"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"),
            Map.entry("x", "Session-Expires"),
            Map.entry("y", "Identity"));

    /** No header fields. */
    public static final Headers NONE = of(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Header fields by name; the map is copied. */
    public static Headers of(Map<String, ? extends Collection<String>> values) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, some) -> byName.merge(longForm(name), List.copyOf(some), Headers::joined));
        return new Headers(byName);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String longForm(String name) {
        return COMPACT_FORMS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** All names, compact forms as their long ones. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The values of a header field; empty when there is none. */
    public List<String> all(String name) {
        return values.getOrDefault(longForm(name), List.of());
    }

    /** The first value of a header field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && values.equals(headers.values);
    }

    @Override
    public int hashCode() {
        // Not of the names: equal ones may differ in case.
        return List.copyOf(values.values()).hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
