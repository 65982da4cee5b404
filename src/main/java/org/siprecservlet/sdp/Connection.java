package org.siprecservlet.sdp;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection address (c=, RFC 8866 section 5.7).
 *
 * @param address a numeric address or a host name; the TTL or count of a multicast address is not part of it
 */
public record Connection(AddressFamily family, String address) {

    private static final Pattern LINE = Pattern.compile("\\s*IN\\s+(IP4|IP6)\\s+([^\\s/]+)\\S*\\s*");

    public Connection {
        Objects.requireNonNull(family);
        Objects.requireNonNull(address);
    }

    /** Reads what stands behind {@code c=}; empty when it is no internet address. */
    public static Optional<Connection> parse(String value) {
        Matcher matcher = LINE.matcher(value);
        return matcher.matches()
                ? Optional.of(new Connection(AddressFamily.valueOf(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The address that stands for none: {@code 0.0.0.0} or {@code ::}. */
    public static Connection unspecified(AddressFamily family) {
        return new Connection(family, family == AddressFamily.IP4 ? "0.0.0.0" : "::");
    }

    /** Whether it is {@code 0.0.0.0} or {@code ::}: nothing is to be sent (RFC 3264 section 8.4). */
    public boolean isUnspecified() {
        return equals(unspecified(family));
    }

    /** As it is written behind {@code c=}. */
    @Override
    public String toString() {
        return "IN " + family + " " + address;
    }
}
