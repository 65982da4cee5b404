package org.siprecservlet.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an Authorization header brings (RFC 7616 section 3.4). What is not there is the empty text. */
record DigestCredentials(Map<String, String> parameters) {

    private static final Pattern SCHEME = Pattern.compile("(?i)\\s*Digest\\s+");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]*+))\\s*(?:,|$)");

    /** Empty when the header is not of this scheme, or can not be read. */
    static Optional<DigestCredentials> parse(String header) {
        Matcher scheme = SCHEME.matcher(header);
        if (!scheme.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        int at = scheme.end();
        while (at < header.length()) {
            if (!parameter.find(at) || parameter.start() != at) {
                return Optional.empty();
            }
            String quoted = parameter.group(2);
            String value = quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
            at = parameter.end();
        }
        return Optional.of(new DigestCredentials(parameters));
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The algorithm; without one it is MD5. Empty when it is none that is taken. */
    Optional<DigestAlgorithm> algorithm() {
        return DigestAlgorithm.named(parameters.getOrDefault("algorithm", DigestAlgorithm.MD5.token()));
    }

    /** Whether the response is that of who knows the password behind the hash (RFC 7616 section 3.4.1). */
    boolean isResponseTo(DigestAlgorithm algorithm, String hash, String method) {
        String request = algorithm.hash(method, get("uri"));
        String expected = get("qop").isEmpty()
                ? algorithm.hash(hash, get("nonce"), request)
                : algorithm.hash(hash, get("nonce"), get("nc"), get("cnonce"), get("qop"), request);
        return get("qop").matches("auth|") && isSame(expected, get("response").toLowerCase(Locale.ROOT));
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
