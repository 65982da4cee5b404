package org.siprecservlet.media.rtpengine;

import java.util.List;
import java.util.Optional;
import org.siprecservlet.sdp.MediaDescription;

/**
 * An {@code a=crypto} of a suite that RTPengine knows (RFC 4568 section 9.1).
 *
 * @param value what is behind {@code a=crypto:}
 * @param key what is behind {@code inline:}, without padding, lifetime and index
 */
record Crypto(String value, Suite suite, String key) {

    private static final String INLINE = "inline:";

    /** Tag, suite and one key: session parameters change what the packets are, and are not told. */
    private static final int WORDS = 3;

    /** Those of a line, in its order. */
    static List<Crypto> of(MediaDescription line) {
        return line.attributes("crypto").stream()
                .flatMap(value -> parse(value).stream())
                .toList();
    }

    private static Optional<Crypto> parse(String value) {
        String[] words = value.trim().split("\\s+");
        return words.length == WORDS && words[2].startsWith(INLINE) && !words[2].contains(";")
                ? Suite.named(words[1]).map(suite -> new Crypto(value, suite, key(words[2])))
                : Optional.empty();
    }

    private static String key(String parameters) {
        return parameters.substring(INLINE.length()).split("\\|", 2)[0].replaceAll("=+$", "");
    }
}
