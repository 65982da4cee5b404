package org.siprecservlet.testkit.recorder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.rtp.RtpPacket;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;

/**
 * Makes sound out of the G.711 packets of one stream. The first packet of a source stands where it arrived, each other where
 * its timestamp says: what comes late, twice or never moves nothing else, and what never comes is silence. A timestamp that
 * leaves the time of arrival by more than two seconds is taken for a new beginning.
 */
final class StreamAudio {

    private static final int SAMPLES_IN_A_MILLISECOND = Tone.RATE / 1000;
    private static final int MOST_APART = 2 * Tone.RATE;

    private final Map<Integer, G711> laws;
    private final Instant begin;
    private final Map<Long, Beginning> sources = new HashMap<>();
    private final List<Placed> sound = new ArrayList<>();

    /** Where the timestamps of a source count from. */
    private record Beginning(long timestamp, int position) {

        int positionOf(long other) {
            return position + (int) (other - timestamp);
        }
    }

    private record Placed(int position, short[] samples) {

        int end() {
            return position + samples.length;
        }
    }

    private StreamAudio(Map<Integer, G711> laws, Instant begin) {
        this.laws = laws;
        this.begin = begin;
    }

    /**
     * The sound of packets, in the order of their arrival.
     *
     * @param laws what the payload types mean; packets of others are left out
     * @param begin the time of the first sample; if something belongs before it, all moves back to make room
     */
    static short[] of(List<Received> packets, Map<Integer, G711> laws, Instant begin) {
        StreamAudio audio = new StreamAudio(laws, begin);
        packets.stream()
                .filter(received -> laws.containsKey(received.packet().payloadType()))
                .forEach(audio::place);
        return audio.samples();
    }

    private void place(Received received) {
        RtpPacket packet = received.packet();
        int arrival = (int) Duration.between(begin, received.at()).toMillis() * SAMPLES_IN_A_MILLISECOND;
        Beginning beginning = sources.get(packet.ssrc());
        if (beginning == null || Math.abs(beginning.positionOf(packet.timestamp()) - arrival) > MOST_APART) {
            beginning = new Beginning(packet.timestamp(), arrival);
            sources.put(packet.ssrc(), beginning);
        }
        short[] samples = laws.get(packet.payloadType()).decode(packet.payload());
        sound.add(new Placed(beginning.positionOf(packet.timestamp()), samples));
    }

    private short[] samples() {
        int shift = Math.max(0, -sound.stream().mapToInt(Placed::position).min().orElse(0));
        short[] samples =
                new short[shift + sound.stream().mapToInt(Placed::end).max().orElse(0)];
        sound.forEach(s -> System.arraycopy(s.samples(), 0, samples, s.position() + shift, s.samples().length));
        return samples;
    }
}
