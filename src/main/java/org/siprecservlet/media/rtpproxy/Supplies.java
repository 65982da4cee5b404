package org.siprecservlet.media.rtpproxy;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.siprecservlet.media.control.Alarm;

/** What calls need from outside: time, names and numbers. Any thread may ask. */
final class Supplies {

    /** Below the ports that RTPProxy takes by default, so that what a recorder sends back reaches no call. */
    private static final int FIRST_PORT = 10_000;

    private static final int PORT_PAIRS = 10_000;
    private static final int ID_OCTETS = 12;

    private final Alarm alarm;
    private final RandomGenerator random;
    private final AtomicInteger pairs = new AtomicInteger();

    /** @param random safe for any thread */
    Supplies(Alarm alarm, RandomGenerator random) {
        this.alarm = alarm;
        this.random = random;
    }

    Alarm alarm() {
        return alarm;
    }

    /** A word that names a call at RTPProxy, which other programs may use as well. */
    String callId() {
        byte[] octets = new byte[ID_OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    /** The id of a session description of our own. */
    String sessionId() {
        return Long.toString(random.nextLong(1, Long.MAX_VALUE));
    }

    /**
     * The port that a stream to a recorder is said to come from: RTPProxy tells the real one only when the stream flows, which
     * is after the offer. Recorders only receive, so nothing has to be there.
     */
    int pretendedPort() {
        return FIRST_PORT + 2 * Math.floorMod(pairs.getAndIncrement(), PORT_PAIRS);
    }
}
