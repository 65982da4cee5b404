package org.siprecservlet.media.rtpengine;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes up names that no other program has. Any thread may ask. */
final class Names {

    private static final int OCTETS = 12;

    private final RandomGenerator random;

    /** @param random safe for any thread */
    Names(RandomGenerator random) {
        this.random = random;
    }

    /** A word for a call or a copy at RTPengine, which other programs may use as well. */
    String word() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    /** The id of a session description of our own. */
    String sessionId() {
        return Long.toString(random.nextLong(1, Long.MAX_VALUE));
    }
}
