package org.siprecservlet.sdp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where RTCP is received, as {@code a=rtcp} says (RFC 3605). */
public final class RtcpAddress {

    private static final Pattern VALUE = Pattern.compile("(\\d{1,5})(?:\\s+(.+))?");

    private final int port;
    private final Connection connection;

    private RtcpAddress(int port, Connection connection) {
        this.port = port;
        this.connection = connection;
    }

    /** Reads the value of the attribute; empty when it is none. */
    public static Optional<RtcpAddress> parse(String value) {
        Matcher matcher = VALUE.matcher(value.trim());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > MediaDescription.MAX_PORT) {
            return Optional.empty();
        }
        String address = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new RtcpAddress(
                Integer.parseInt(matcher.group(1)), Connection.parse(address).orElse(null)));
    }

    public int port() {
        return port;
    }

    /** Its address; empty when it is the one of the media. */
    public Optional<Connection> connection() {
        return Optional.ofNullable(connection);
    }
}
