package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.PartyNotice.Moment;
import org.siprecservlet.rule.Rule;
import org.siprecservlet.sound.PromptFile;
import org.siprecservlet.sound.Samples;

class NoticeReaderTest {

    private static final String RULE = "rules: [{servers: ['sip:srs.example.com'], notice: %s}]";

    /** Two seconds, eight seconds, and the rules. */
    private record Files(String rules) implements FileText {

        @Override
        public String read(String path) throws NoSuchFileException {
            if (path.equals("rules.yaml")) {
                return rules;
            }
            throw new NoSuchFileException(path);
        }

        @Override
        public byte[] octets(String path) throws NoSuchFileException {
            return switch (path) {
                case "consent.wav" -> wav(2);
                case "long.wav" -> wav(8);
                case "song.ogg" -> "OggS and so on".getBytes(StandardCharsets.US_ASCII);
                default -> throw new NoSuchFileException(path);
            };
        }
    }

    private static byte[] wav(int seconds) {
        int size = seconds * Samples.RATE * 2;
        ByteBuffer file = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(Samples.RATE).putInt(Samples.RATE * 2);
        file.putShort((short) 2).putShort((short) 16);
        return file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size).array();
    }

    private static PartyNotice standard(String... settings) {
        return SiprecConfig.read(MapSettings.of(settings), new Files(""), List.of())
                .recording()
                .notice();
    }

    private static PartyNotice ofRule(String notice, String... settings) {
        String[] all = Stream.concat(Stream.of(settings), Stream.of("siprec.config", "rules.yaml"))
                .toArray(String[]::new);
        List<Rule> rules = SiprecConfig.read(MapSettings.of(all), new Files(RULE.replace("%s", notice)), List.of())
                .rules()
                .rules();
        return rules.get(0).notice();
    }

    private static String complaints(Runnable reading) {
        return String.join(
                "\n",
                catchThrowableOfType(ConfigurationFaults.class, reading::run).getMessage());
    }

    @Test
    void thePartiesHearNothingByDefault() {
        assertThat(standard()).isEqualTo(PartyNotice.NONE);
        assertThat(ofRule("")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"on, 400, 15000", "1400Hz/400ms/15s, 400, 15000", "850 hz/ 50ms /1m, 50, 60000"})
    void readsATone(String text, int length, int every) {
        assertThat(standard("siprec.notice.tone", text).sound()).isInstanceOfSatisfying(Samples.class, tone -> {
            assertThat(tone.length()).isEqualTo(Duration.ofMillis(length));
            assertThat(tone.every()).isEqualTo(Duration.ofMillis(every));
        });
    }

    @Test
    void readsAnAnnouncementAndWhenItIsHeardAndByWhom() {
        PartyNotice notice = standard(
                "siprec.notice.announcement", "consent.wav",
                "siprec.notice.at", "answer",
                "siprec.notice.recorded", "true");

        assertThat(notice.sound().name()).isEqualTo("consent.wav");
        assertThat(notice.sound().isRepeated()).isFalse();
        assertThat(notice.at()).isEqualTo(Moment.ANSWER);
        assertThat(notice.recorded()).isTrue();
    }

    @Test
    void aRuleSaysWhatIsOtherwiseThanTheSettings() {
        String[] settings = {"siprec.notice.tone", "on", "siprec.notice.at", "answer"};

        assertThat(ofRule("{recorded: yes}", settings))
                .matches(notice -> notice.sound().isRepeated() && notice.at() == Moment.ANSWER && notice.recorded());
        assertThat(ofRule("{announcement: consent.wav, at: start}", settings))
                .matches(notice -> notice.sound().name().equals("consent.wav") && notice.at() == Moment.START);
        assertThat(ofRule("{tone: off}", settings).sound()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "beep, this is not a tone",
        "1400Hz/400ms, this is not a tone",
        "1400Hz/400/15s, a duration needs a unit",
        "20Hz/400ms/15s, does not carry a tone of that pitch",
        "1400Hz/5s/2s, longer than the time from one to the next"
    })
    void refusesATone(String text, String complaint) {
        assertThat(complaints(() -> standard("siprec.notice.tone", text))).contains("siprec.notice.tone", complaint);
        assertThat(complaints(() -> ofRule("{tone: '" + text + "'}"))).contains("notice.tone", complaint);
    }

    @ParameterizedTest
    @CsvSource({"missing.wav, this can not be played", "song.ogg, this is not a WAV file"})
    void refusesAnAnnouncement(String path, String complaint) {
        assertThat(complaints(() -> standard("siprec.notice.announcement", path)))
                .contains("siprec.notice.announcement", complaint);
        assertThat(complaints(() -> ofRule("{announcement: " + path + "}"))).contains("notice.announcement", complaint);
    }

    @Test
    void refusesAnAnnouncementAndATone() {
        assertThat(complaints(() -> standard("siprec.notice.announcement", "consent.wav", "siprec.notice.tone", "on")))
                .contains("there is an announcement, too");
        assertThat(complaints(() -> ofRule("{announcement: consent.wav, tone: on}")))
                .contains("there is an announcement, too");
    }

    @Test
    void aSilentRuleLetsNobodyHearAnything() {
        String silent = RULE.replace("notice: %s", "indication: silent");
        PartyNotice notice = SiprecConfig.read(
                        MapSettings.of("siprec.config", "rules.yaml", "siprec.notice.tone", "on"),
                        new Files(silent),
                        List.of())
                .rules()
                .rules()
                .get(0)
                .notice();

        assertThat(notice).isEqualTo(PartyNotice.NONE);
        assertThat(complaints(() -> ofRule("{tone: on}, indication: silent")))
                .contains("can not be silent and let the parties hear something");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(complaints(() -> standard("siprec.notice.at", "noon"))).contains("write start or answer");
        assertThat(complaints(() -> ofRule("{sound: x}"))).contains("notice.sound");
    }

    @Test
    void rtpProxyPlaysFilesOfItsOwnAndNothingElse() {
        String[] engine = {"siprec.media.engine", "rtpproxy"};

        assertThat(standard(with(engine, "siprec.notice.announcement", "/media/consent"))
                        .sound())
                .isEqualTo(new PromptFile("/media/consent"));
        assertThat(complaints(() -> standard(with(engine, "siprec.notice.announcement", "consent.wav"))))
                .contains("encoded before", "makeann");
        assertThat(complaints(() -> standard(with(engine, "siprec.notice.tone", "on"))))
                .contains("RTPProxy makes no tones");
    }

    @Test
    void rtpEngineTakesWhatFitsIntoADatagram() {
        String[] engine = {"siprec.media.engine", "rtpengine"};

        assertThat(standard(with(engine, "siprec.notice.announcement", "consent.wav"))
                        .sound()
                        .name())
                .isEqualTo("consent.wav");
        assertThat(complaints(() -> standard(with(engine, "siprec.notice.announcement", "long.wav"))))
                .contains("this takes 8000 ms", "7000 ms at most");
    }

    @Test
    void onlyTheEmbeddedRelayLetsRecordersHearIt() {
        assertThat(complaints(() -> standard("siprec.media.engine", "rtpengine", "siprec.notice.recorded", "true")))
                .contains("siprec.notice.recorded", "rtpengine copies only what the parties send");
        assertThat(complaints(() -> ofRule("{recorded: yes}", "siprec.media.engine", "rtpproxy")))
                .contains("notice.recorded", "rtpproxy copies only");
    }

    private static String[] with(String[] some, String... others) {
        return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
    }
}
