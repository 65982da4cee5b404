package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.Rtp;

class SequenceGapsTest {

    private final SequenceGaps gaps = new SequenceGaps();

    private long after(int... numbers) {
        for (int number : numbers) {
            gaps.packet(Unpooled.wrappedBuffer(Rtp.packet(0, number)));
        }
        return gaps.lost();
    }

    @Test
    void countsWhatIsMissing() {
        assertThat(after(1, 2, 5)).isEqualTo(2);
    }

    @Test
    void countsOverTheEndOfTheNumbers() {
        assertThat(after(65_534, 65_535, 1)).isEqualTo(1);
    }

    @Test
    void takesBackWhatIsOnlyLate() {
        assertThat(after(1, 3, 2)).isZero();
    }

    @Test
    void takesADoubleForNothing() {
        assertThat(after(1, 3, 3)).isEqualTo(1);
    }

    @Test
    void takesALongLeapForANewBeginning() {
        assertThat(after(1, 30_000, 30_001)).isZero();
    }

    @Test
    void takesAnotherSourceForANewBeginning() {
        byte[] others = Rtp.packet(0, 9);
        others[11]++;
        after(1);
        gaps.packet(Unpooled.wrappedBuffer(others));

        assertThat(gaps.lost()).isZero();
    }

    @Test
    void countsNothingOverAPause() {
        after(1);
        gaps.restart();

        assertThat(after(100)).isZero();
    }

    @Test
    void passesOverWhatIsNoRtp() {
        gaps.packet(Unpooled.wrappedBuffer(new byte[] {(byte) 0x80, 0}));

        assertThat(after(7, 8)).isZero();
    }
}
