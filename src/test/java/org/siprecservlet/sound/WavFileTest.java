package org.siprecservlet.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WAV files as the JDK writes them. */
class WavFileTest {

    private static final float RATE = 8_000;

    @Test
    void readsLinearSamples() throws IOException {
        byte[] file = wav(new AudioFormat(RATE, 16, 1, true, false), new byte[] {1, 0, -1, -1, 0, 0x40});

        assertThat(WavFile.samples(file)).containsExactly(1, -1, 0x4000);
    }

    @ParameterizedTest
    @EnumSource(G711.class)
    void readsBothLaws(G711 law) throws IOException {
        AudioFormat.Encoding encoding = law == G711.PCMU ? AudioFormat.Encoding.ULAW : AudioFormat.Encoding.ALAW;
        byte[] codes = {law.encode((short) 1_000), law.encode((short) -20_000)};

        short[] samples = WavFile.samples(wav(new AudioFormat(encoding, RATE, 8, 1, 1, RATE, false), codes));

        assertThat(samples).containsExactly(law.decode(codes[0]), law.decode(codes[1]));
        assertThat((int) samples[0]).isBetween(950, 1_050);
        assertThat((int) samples[1]).isBetween(-21_000, -19_000);
    }

    @Test
    void writesWhatOthersCanRead() throws Exception {
        Samples sound = Samples.once("x", new short[] {0, 1_000, -20_000});

        byte[] file = WavFile.muLaw(sound);

        assertThat(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(file))
                        .getFormat()
                        .getEncoding())
                .isEqualTo(AudioFormat.Encoding.ULAW);
        assertThat(WavFile.samples(file))
                .containsExactly(
                        0, G711.PCMU.decode(G711.PCMU.encode((short) 1_000)), G711.PCMU.decode(G711.PCMU.encode((short)
                                -20_000)));
    }

    @Test
    void refusesWhatWouldHaveToBeConverted() {
        for (AudioFormat other : new AudioFormat[] {
            new AudioFormat(44_100, 16, 1, true, false),
            new AudioFormat(RATE, 16, 2, true, false),
            new AudioFormat(RATE, 8, 1, false, false)
        }) {
            assertThatThrownBy(() -> WavFile.samples(wav(other, new byte[8])))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("one channel with 8000 samples a second");
        }
    }

    @Test
    void refusesWhatIsNoWavFileOrOnlyTheBeginningOfOne() throws IOException {
        assertThatThrownBy(() -> WavFile.samples("OggS, or whatever else".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a WAV file");
        byte[] file = wav(new AudioFormat(RATE, 16, 1, true, false), new byte[6]);
        for (int length = 0; length < file.length; length++) {
            byte[] beginning = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> WavFile.samples(beginning)).isInstanceOf(IOException.class);
        }
    }

    private static byte[] wav(AudioFormat format, byte[] octets) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(octets), format, octets.length / format.getFrameSize());
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }
}
