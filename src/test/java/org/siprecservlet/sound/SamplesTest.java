package org.siprecservlet.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.audio.ToneDetector;

class SamplesTest {

    private static final Samples TONE = Samples.tone(1400, Duration.ofMillis(400), Duration.ofSeconds(15));
    private static final int EVERY = 15 * Samples.RATE;

    @Test
    void aToneHasItsPitchAndItsLength() {
        short[] heard = new short[3_200];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = TONE.at(i);
        }

        assertThat(ToneDetector.share(heard, 1400)).isGreaterThan(0.95);
        assertThat(TONE.at(3_200)).isZero();
        assertThat(TONE.length()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aToneComesAgainAndIsNeverOver() {
        assertThat(TONE.at(EVERY * 1_000L + 101)).isEqualTo(TONE.at(101)).isNotZero();
        assertThat(TONE.isOver(Long.MAX_VALUE / 2)).isFalse();
        assertThat(TONE.isRepeated()).isTrue();
    }

    @Test
    void knowsItsPauses() {
        assertThat(TONE.isPause(0, 160)).isFalse();
        assertThat(TONE.isPause(3_199, 160)).isFalse();
        assertThat(TONE.isPause(3_200, 160)).isTrue();
        assertThat(TONE.isPause(EVERY - 160, 160)).isTrue();
        assertThat(TONE.isPause(EVERY - 159, 160)).isFalse();
    }

    @Test
    void anAnnouncementIsOverAfterItsLastSample() {
        Samples announcement = Samples.once("consent.wav", new short[] {1, 2, 3});

        assertThat(announcement.isOver(2)).isFalse();
        assertThat(announcement.isOver(3)).isTrue();
        assertThat(announcement.at(3)).isZero();
        assertThat(announcement.isRepeated()).isFalse();
    }
}
