package org.siprecservlet.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

    @ParameterizedTest
    @CsvSource({
        "PCMU, 0, FF", "PCMU, -1, 7F", "PCMU, 32767, 80", "PCMU, -32768, 00", "PCMU, 1000, CE", "PCMU, -1000, 4E",
        "PCMA, 0, D5", "PCMA, -1, 55", "PCMA, 32767, AA", "PCMA, -32768, 2A", "PCMA, 1000, FA", "PCMA, -1000, 7A"
    })
    void encodesKnownSamples(G711 law, short sample, String code) {
        assertThat(law.encode(sample)).isEqualTo((byte) Integer.parseInt(code, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "PCMU, FF, 0", "PCMU, 80, 32124", "PCMU, 00, -32124", "PCMU, CE, 988",
        "PCMA, D5, 8", "PCMA, 55, -8", "PCMA, AA, 32256", "PCMA, 2A, -32256"
    })
    void decodesKnownCodes(G711 law, String code, short sample) {
        assertThat(law.decode((byte) Integer.parseInt(code, 16))).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryCodeThroughDecodingAndEncoding(G711 law) {
        for (int code = 0; code < 256; code++) {
            int expected = law == G711.PCMU && code == 0x7F ? 0xFF : code;
            assertThat(law.encode(law.decode((byte) code))).isEqualTo((byte) expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinAFewPercentOfEverySample(G711 law) {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int error = Math.abs(law.decode(law.encode((short) sample)) - sample);
            assertThat(error).isLessThanOrEqualTo(16 + Math.abs(sample) / 25);
        }
    }

    @Test
    void encodesAndDecodesManyAtOnce() {
        short[] samples = Tone.of(440).samples(160);

        short[] back = G711.PCMA.decode(G711.PCMA.encode(samples));

        assertThat((double) back[10]).isCloseTo(samples[10], within(500.0));
        assertThat(back).hasSameSizeAs(samples);
    }
}
