package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Session-ID of one SIP dialog (RFC 7989, 5). It is not the Call-ID; that goes into an {@link Extension}.
 *
 * @param local the UUID of one end, 32 lower-case hexadecimal digits
 * @param remote that of the other end; {@link #UNKNOWN} before it is known
 */
public record SipSessionId(String local, String remote) {

    /** The nil UUID, for an end that has not told its own yet (RFC 7989, 5). */
    public static final String UNKNOWN = "0".repeat(32);

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HEADER = Pattern.compile(
            "\\s*([0-9a-f]{32})\\s*(?:;\\s*remote\\s*=\\s*([0-9a-f]{32})\\s*)?(?:;(?!\\s*remote).*)?", Pattern.DOTALL);

    public SipSessionId {
        if (!UUID.matcher(local).matches() || !UUID.matcher(remote).matches()) {
            throw new IllegalArgumentException("a Session-ID has two halves of 32 lower-case hexadecimal digits");
        }
    }

    /** Reads the value of a Session-ID header; empty when it is not one. */
    public static Optional<SipSessionId> parse(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String remote = matcher.group(2) == null ? UNKNOWN : matcher.group(2);
        return Optional.of(new SipSessionId(matcher.group(1), remote));
    }

    @JsonCreator
    static SipSessionId parseOrNull(String text) {
        return parse(text).orElse(null);
    }

    /** The value as it stands in header and metadata: {@code local;remote=...}. */
    @JsonValue
    @Override
    public String toString() {
        return local + ";remote=" + remote;
    }
}
