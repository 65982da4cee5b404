package org.siprecservlet.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {

    private static final short[] SAMPLES = Tone.of(440).samples(1000);

    @TempDir
    private Path directory;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = directory.resolve("tone.wav");

        WavFile.write(file, SAMPLES);

        assertThat(WavFile.read(file)).isEqualTo(SAMPLES);
        assertThat(file).hasSize(44 + 2 * SAMPLES.length);
    }

    @Test
    void readsPastAChunkItDoesNotKnow() throws IOException {
        Path file = directory.resolve("tone.wav");
        WavFile.write(file, SAMPLES);
        byte[] wav = Files.readAllBytes(file);
        byte[] longer = new byte[wav.length + 12];
        System.arraycopy(wav, 0, longer, 0, 36);
        System.arraycopy(new byte[] {'L', 'I', 'S', 'T', 3, 0, 0, 0, 1, 2, 3, 0}, 0, longer, 36, 12);
        System.arraycopy(wav, 36, longer, 48, wav.length - 36);
        Files.write(file, longer);

        assertThat(WavFile.read(file)).isEqualTo(SAMPLES);
    }

    @Test
    void refusesAnotherKindOfFile() throws IOException {
        Path text = Files.writeString(directory.resolve("text.wav"), "certainly not sound, but long enough to look at");

        assertThatThrownBy(() -> WavFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a WAV");
    }

    @Test
    void refusesAnotherSampleRate() throws IOException {
        Path file = directory.resolve("tone.wav");
        WavFile.write(file, SAMPLES);
        byte[] wav = Files.readAllBytes(file);
        wav[25] = 0x3E;
        Files.write(file, wav);

        assertThatThrownBy(() -> WavFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("8000 Hz");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        Path file = directory.resolve("tone.wav");
        WavFile.write(file, SAMPLES);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500));

        assertThatThrownBy(() -> WavFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }
}
