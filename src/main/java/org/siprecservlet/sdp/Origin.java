package org.siprecservlet.sdp;

import java.util.Objects;
import java.util.Optional;

/**
 * Who made a description (o=, RFC 8866 section 5.2).
 *
 * @param sessionId a decimal number, kept as text: it may be larger than a long
 * @param version a decimal number that grows with each change of the description, kept as text
 */
public record Origin(String username, String sessionId, String version, Connection connection) {

    public Origin {
        Objects.requireNonNull(username);
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(connection);
    }

    /** Reads what stands behind {@code o=}; empty when it is not six fields with an internet address. */
    public static Optional<Origin> parse(String value) {
        String[] field = value.trim().split("\\s+", 4);
        return field.length < 4
                ? Optional.empty()
                : Connection.parse(field[3]).map(address -> new Origin(field[0], field[1], field[2], address));
    }

    /** The same maker's description, made at another address. */
    public Origin withConnection(Connection other) {
        return new Origin(username, sessionId, version, other);
    }

    /** Whether it is the same maker's description of the same session, in whatever version. */
    public boolean isSameSession(Origin other) {
        return username.equals(other.username) && sessionId.equals(other.sessionId);
    }

    /** As it is written behind {@code o=}. */
    @Override
    public String toString() {
        return username + " " + sessionId + " " + version + " " + connection;
    }
}
