package org.siprecservlet.testkit.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.WavFile;
import org.siprecservlet.testkit.recorder.SavedStream;

/** A demonstration that could not fail would show nothing. */
class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:20Z");
    private static final Party ALICE = new Party("alice", "sip:alice@example.com:5070", 440);
    private static final Party BOB = new Party("bob", "sip:+15550100@example.net", 620);
    private static final List<String> ALICE_SENDS = List.of("sip:alice@example.com");
    private static final List<String> BOB_SENDS = List.of("sip:+15550100@example.net;user=phone");

    private final Checks checks = new Checks(List.of(ALICE, BOB), Duration.ofSeconds(10));

    @TempDir
    private Path directory;

    @Test
    void passAGoodRecording() {
        assertThat(faults(metadata(), stream("1", ALICE_SENDS, tone(440, 10)), stream("2", BOB_SENDS, tone(620, 10))))
                .isEmpty();
    }

    @Test
    void passARecordingInWhichALittleIsLost() {
        short[] torn = tone(440, 10);
        Arrays.fill(torn, 8000, 8000 + 3 * Tone.FRAME, (short) 0);

        assertThat(faults(metadata(), stream("1", ALICE_SENDS, torn), stream("2", BOB_SENDS, tone(620, 10))))
                .isEmpty();
    }

    @Test
    void tellWhenTheTonesAreSwapped() {
        assertThat(faults(metadata(), stream("1", ALICE_SENDS, tone(620, 10)), stream("2", BOB_SENDS, tone(440, 10))))
                .containsExactly(
                        "1.wav should carry only alice's tone (440 Hz) but carries bob's tone (620 Hz)",
                        "2.wav should carry only bob's tone (620 Hz) but carries alice's tone (440 Hz)");
    }

    @Test
    void tellWhenTheMetadataNamesTheOtherParty() {
        assertThat(faults(metadata(), stream("1", BOB_SENDS, tone(440, 10)), stream("2", ALICE_SENDS, tone(620, 10))))
                .containsExactly(
                        "1.wav should carry only bob's tone (620 Hz) but carries alice's tone (440 Hz)",
                        "2.wav should carry only alice's tone (440 Hz) but carries bob's tone (620 Hz)");
    }

    @Test
    void tellWhenBothPartiesAreInOneStream() {
        short[] mixed = tone(440, 10);
        short[] other = tone(620, 10);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += other[i] / 4;
        }

        assertThat(faults(metadata(), stream("1", ALICE_SENDS, mixed), stream("2", BOB_SENDS, tone(620, 10))))
                .containsExactly("1.wav should carry only alice's tone (440 Hz) but carries bob's tone (620 Hz)");
    }

    @Test
    void tellWhenARecordingIsTooShortOrTooLong() {
        assertThat(faults(metadata(), stream("1", ALICE_SENDS, tone(440, 7)), stream("2", BOB_SENDS, tone(620, 12))))
                .containsExactly(
                        "1.wav lasts 7.0 s instead of about 10.0 s", "2.wav lasts 12.0 s instead of about 10.0 s");
    }

    @Test
    void tellWhenTheToneIsNotThereAllTheTime() {
        short[] halfSilent = Arrays.copyOf(tone(440, 5), 10 * Tone.RATE);

        assertThat(faults(metadata(), stream("1", ALICE_SENDS, halfSilent), stream("2", BOB_SENDS, tone(1000, 10))))
                .containsExactly(
                        "1.wav carries alice's tone (440 Hz) for 5.0 s only, of 10.0 s",
                        "2.wav carries bob's tone (620 Hz) for 0.0 s only, of 10.0 s");
    }

    @Test
    void tellWhenAPartyIsNamedForNoStreamOrForTwo() {
        assertThat(faults(metadata(), stream("1", ALICE_SENDS, tone(440, 10)), stream("2", ALICE_SENDS, tone(440, 10))))
                .containsExactly(
                        "metadata.xml names alice for label 1 and 2 instead of one",
                        "metadata.xml names bob (sip:+15550100@example.net) for no label");
    }

    @Test
    void tellWhenAStreamIsThatOfNobody() {
        assertThat(faults(metadata(), stream("1", List.of("sip:eve@example.com"), tone(440, 10))))
                .contains("metadata.xml names [sip:eve@example.com] for label 1, none of the call");
    }

    @Test
    void tellWhenTheMetadataIsNotValid() {
        String invalid = new String(metadata(), UTF_8).replace("complete</datamode>", "all</datamode>");

        assertThat(faults(
                        invalid.getBytes(UTF_8),
                        stream("1", ALICE_SENDS, tone(440, 10)),
                        stream("2", BOB_SENDS, tone(620, 10))))
                .singleElement()
                .asString()
                .startsWith("metadata.xml is not valid: ");
    }

    @Test
    void tellWhenAFileIsMissing() {
        SavedStream gone = new SavedStream("1", ALICE_SENDS, directory.resolve("gone.wav"), 0, 0);

        assertThat(faults(metadata(), gone, stream("2", BOB_SENDS, tone(620, 10))))
                .singleElement()
                .asString()
                .startsWith("gone.wav can not be read");
    }

    private List<String> faults(byte[] metadata, SavedStream... streams) {
        return checks.of(metadata, Set.of("1", "2"), List.of(streams), NOW).stream()
                .filter(finding -> !finding.good())
                .map(Finding::text)
                .toList();
    }

    private SavedStream stream(String label, List<String> senders, short[] samples) {
        Path file = directory.resolve(label + ".wav");
        try {
            WavFile.write(file, samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SavedStream(label, senders, file, 500, 0);
    }

    private static short[] tone(int hz, int seconds) {
        return Tone.of(hz).samples(seconds * Tone.RATE);
    }

    private static byte[] metadata() {
        try (InputStream in = ChecksTest.class.getResourceAsStream("/metadata/own/01-two-party-complete.xml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
