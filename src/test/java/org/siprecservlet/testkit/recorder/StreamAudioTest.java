package org.siprecservlet.testkit.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.rtp.RtpPacket;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;

class StreamAudioTest {

    private static final Instant BEGIN = Instant.EPOCH;
    private static final Tone TONE = Tone.of(440);
    private static final long SSRC = 7;
    private static final short[] FIVE_FRAMES = G711.PCMU.decode(G711.PCMU.encode(TONE.samples(5 * Tone.FRAME)));

    /** The frame of the tone with that index, at its time by both clocks. */
    private static Received frame(int index) {
        return frame(index, 20 * index, 5000);
    }

    private static Received frame(int index, int millis, long firstTimestamp) {
        long timestamp = firstTimestamp + index * Tone.FRAME & 0xFFFFFFFFL;
        return received(millis, new RtpPacket(false, 0, index, timestamp, SSRC, TONE.pcmuFrame(index)));
    }

    private static Received received(int millis, RtpPacket packet) {
        return new Received(packet, new InetSocketAddress("127.0.0.1", 9), BEGIN.plusMillis(millis));
    }

    private static short[] sound(Received... packets) {
        return StreamAudio.of(List.of(packets), Map.of(0, G711.PCMU, 8, G711.PCMA), BEGIN);
    }

    private static short[] silent(short[] samples, int frame) {
        short[] some = samples.clone();
        Arrays.fill(some, frame * Tone.FRAME, (frame + 1) * Tone.FRAME, (short) 0);
        return some;
    }

    @Test
    void joinsPacketsThatComeInOrder() {
        assertThat(sound(frame(0), frame(1), frame(2), frame(3), frame(4))).isEqualTo(FIVE_FRAMES);
    }

    @Test
    void putsALatePacketWhereItBelongs() {
        assertThat(sound(frame(0), frame(2), frame(3), frame(1), frame(4))).isEqualTo(FIVE_FRAMES);
    }

    @Test
    void losesNothingWhenTheFirstPacketIsTheLateOne() {
        assertThat(sound(frame(1, 0, 5000), frame(0, 5, 5000), frame(2), frame(3), frame(4)))
                .isEqualTo(FIVE_FRAMES);
    }

    @Test
    void leavesSilenceForWhatIsLost() {
        assertThat(sound(frame(0), frame(1), frame(3), frame(4))).isEqualTo(silent(FIVE_FRAMES, 2));
    }

    @Test
    void takesARepeatedPacketOnce() {
        assertThat(sound(frame(0), frame(1), frame(1), frame(2), frame(3), frame(4)))
                .isEqualTo(FIVE_FRAMES);
    }

    @Test
    void isNotMovedByJitter() {
        assertThat(sound(frame(0), frame(1, 55, 5000), frame(2, 56, 5000), frame(3, 57, 5000), frame(4)))
                .isEqualTo(FIVE_FRAMES);
    }

    @Test
    void goesOnWhenTheTimestampsBeginAgainAtZero() {
        Received[] packets = IntStream.range(0, 5)
                .mapToObj(i -> frame(i, 20 * i, 0xFFFFFFFFL - 300))
                .toArray(Received[]::new);

        assertThat(sound(packets)).isEqualTo(FIVE_FRAMES);
    }

    @Test
    void takesAJumpOfTheTimestampsForANewBeginning() {
        Received[] packets = Stream.concat(
                        Stream.of(frame(0), frame(1)), IntStream.range(2, 5).mapToObj(i -> frame(i, 20 * i, 9_000_000)))
                .toArray(Received[]::new);

        assertThat(sound(packets)).isEqualTo(FIVE_FRAMES);
    }

    @Test
    void putsAnotherSourceWhereItArrives() {
        RtpPacket other = new RtpPacket(true, 8, 1, 77, SSRC + 1, new Tone(440, 8000).pcmaFrame(1));

        short[] samples = sound(frame(0), received(40, other));

        assertThat(samples).hasSize(3 * Tone.FRAME);
        assertThat(Arrays.copyOfRange(samples, Tone.FRAME, 2 * Tone.FRAME)).containsOnly((short) 0);
        assertThat(Arrays.copyOfRange(samples, 2 * Tone.FRAME, 3 * Tone.FRAME))
                .isEqualTo(G711.PCMA.decode(TONE.pcmaFrame(1)));
    }

    @Test
    void leavesOutWhatIsNotG711() {
        assertThat(sound(received(0, new RtpPacket(false, 101, 1, 0, SSRC, new byte[4]))))
                .isEmpty();
    }
}
