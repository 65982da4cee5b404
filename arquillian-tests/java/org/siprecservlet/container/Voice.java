package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.ToneDetector;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.rtp.RtpSender;

/** Tones that tell who is heard where, in PCMU. */
final class Voice {

    static final Tone ALICE = Tone.of(440);
    static final Tone BOB = Tone.of(1000);
    static final int PAYLOAD_TYPE = G711.PCMU.payloadType();

    /** Packets of a third of a second: enough to be sure of a tone. */
    static final int ENOUGH = 15;

    private static final int WINDOW = Tone.RATE / 5;

    private Voice() {}

    /** Has a tone sent from a port until it is closed. */
    static RtpSender speak(Tone tone, MediaPort from, InetSocketAddress to) {
        AtomicInteger frame = new AtomicInteger();
        return new RtpSender(from, to, PAYLOAD_TYPE, () -> tone.pcmuFrame(frame.getAndIncrement()));
    }

    /** Expects one tone in packets, and not the other. */
    static void assertHeard(Tone tone, List<Received> packets) {
        short[] samples = samples(packets);
        assertThat(ToneDetector.share(samples, tone.hz()))
                .as("share of %d Hz", tone.hz())
                .isGreaterThan(0.8);
    }

    /** Whether a tone stands alone anywhere in a stream for a fifth of a second. */
    static boolean isHeard(Tone tone, List<Received> packets) {
        return packets.stream()
                .collect(Collectors.groupingBy(each -> each.packet().ssrc()))
                .values()
                .stream()
                .anyMatch(stream -> standsAlone(tone, samples(stream)));
    }

    private static boolean standsAlone(Tone tone, short[] samples) {
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 4) {
            if (ToneDetector.share(Arrays.copyOfRange(samples, from, from + WINDOW), tone.hz()) > 0.8) {
                return true;
            }
        }
        return false;
    }

    private static short[] samples(List<Received> packets) {
        int size = packets.stream()
                .mapToInt(each -> each.packet().payload().length)
                .sum();
        byte[] codes = new byte[size];
        int at = 0;
        for (Received each : packets) {
            byte[] payload = each.packet().payload();
            System.arraycopy(payload, 0, codes, at, payload.length);
            at += payload.length;
        }
        return law(packets).decode(codes);
    }

    private static G711 law(List<Received> packets) {
        int type = packets.get(0).packet().payloadType();
        return type == G711.PCMA.payloadType() ? G711.PCMA : G711.PCMU;
    }
}
