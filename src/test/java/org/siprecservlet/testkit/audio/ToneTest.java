package org.siprecservlet.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToneTest {

    private static final short[] A = Tone.of(440).samples(4000);
    private static final short[] SILENCE = new short[4000];

    @Test
    void carriesItsOwnFrequencyAndNoOther() {
        assertThat(ToneDetector.share(A, 440)).isGreaterThan(0.98);
        assertThat(ToneDetector.share(A, 620)).isLessThan(0.02);
    }

    @Test
    void isFoundAmongCandidates() {
        assertThat(ToneDetector.dominant(A, 350, 440, 620)).hasValue(440);
    }

    @Test
    void isNotFoundInSilence() {
        assertThat(ToneDetector.dominant(SILENCE, 440, 620)).isEmpty();
        assertThat(ToneDetector.share(SILENCE, 440)).isZero();
        assertThat(ToneDetector.loudness(SILENCE)).isZero();
    }

    @Test
    void isNotFoundWhenAnotherOneSounds() {
        assertThat(ToneDetector.dominant(A, 620, 1000)).isEmpty();
    }

    @Test
    void sharesTheEnergyWithAnEqualOne() {
        short[] both = Tone.of(620).samples(4000);
        for (int i = 0; i < both.length; i++) {
            both[i] += A[i];
        }

        assertThat(ToneDetector.share(both, 440)).isCloseTo(0.5, within(0.03));
        assertThat(ToneDetector.carries(both, 440) && ToneDetector.carries(both, 620))
                .isTrue();
    }

    @Test
    void isFoundInFramesOfEitherLaw() {
        assertThat(ToneDetector.share(fiveFrames(G711.PCMU), 440)).isGreaterThan(0.95);
        assertThat(ToneDetector.share(fiveFrames(G711.PCMA), 440)).isGreaterThan(0.95);
    }

    @Test
    void isFoundThoughFramesAreMissing() {
        Tone tone = Tone.of(440);
        short[] samples = new short[100 * Tone.FRAME];
        for (int frame = 0; frame < 100; frame++) {
            short[] heard = G711.PCMU.decode(tone.pcmuFrame(frame + frame / 10));
            System.arraycopy(heard, 0, samples, frame * Tone.FRAME, Tone.FRAME);
        }

        assertThat(ToneDetector.share(samples, 440)).isGreaterThan(0.8);
    }

    @Test
    void goesOnFromFrameToFrame() {
        byte[] whole = G711.PCMU.encode(Tone.of(440).samples(2 * Tone.FRAME));

        assertThat(Tone.of(440).pcmuFrame(1)).isEqualTo(Arrays.copyOfRange(whole, Tone.FRAME, 2 * Tone.FRAME));
    }

    private static short[] fiveFrames(G711 law) {
        short[] samples = new short[5 * Tone.FRAME];
        for (int frame = 0; frame < 5; frame++) {
            System.arraycopy(law.decode(Tone.of(440).frame(law, frame)), 0, samples, frame * Tone.FRAME, Tone.FRAME);
        }
        return samples;
    }
}
