package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.WavFile;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.Edit;

/** Both parties hear that they are recorded, and the recorder hears the parties. */
@ContainerTest
class RecordingNoticeIT {

    private static final Tone BEEP = Tone.of(1400);

    /** Packets of a second and a half: the tone comes every second. */
    private static final int A_WHILE = 75;

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        Path words = Files.createTempFile(Path.of(System.getProperty("it.usr")), "consent", ".wav")
                .toAbsolutePath();
        WavFile.write(words, BEEP.samples(4_000));
        String rules = String.format(
                Locale.ROOT,
                """
                rules:
                  - {when: {header: {X-Notice: announcement}}, notice: {announcement: "%s", at: answer}}
                  - {when: {header: {X-Notice: recorded}}, notice: {recorded: true}}
                  - {when: {header: {X-Notice: none}}, notice: {tone: off}}
                """,
                words);
        return Control.in(Wars.siprecServlet(
                rules, Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.notice.tone", "1400Hz/400ms/1s")));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Talk talk(String notice) {
        return stage.call(Edit.header("X-Notice", notice));
    }

    private static List<Received> more(RtpReceiver hearer) {
        return hearer.awaitMore(A_WHILE);
    }

    private static void assertBothHearTheTone(Talk talk) {
        assertThat(Voice.isHeard(BEEP, more(talk.callersPort().receiver()))).isTrue();
        assertThat(Voice.isHeard(BEEP, more(talk.calleesPort().receiver()))).isTrue();
    }

    private static void assertNobodyHearsTheTone(Talk talk) {
        assertThat(Voice.isHeard(BEEP, more(talk.callersPort().receiver()))).isFalse();
        assertThat(Voice.isHeard(BEEP, more(talk.calleesPort().receiver()))).isFalse();
    }

    @Test
    @Requirement({"IND-03", "IND-14", "IND-17"})
    void bothPartiesHearTheToneAndTheRecorderDoesNot() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();

        assertBothHearTheTone(talk);

        assertWhole(Voice.ALICE, session.line(1));
        assertWhole(Voice.BOB, session.line(2));
        assertThat(shown(id).get("notice").get("given").asBoolean()).isTrue();
    }

    /** Nothing but what the party said, from the first packet on. */
    private static void assertWhole(Tone tone, RtpReceiver line) {
        List<Received> packets = line.awaitPackets(A_WHILE);
        Voice.assertHeard(tone, packets);
        assertThat(Voice.isHeard(BEEP, packets)).isFalse();
        int first = packets.get(0).packet().sequence();
        for (int i = 0; i < packets.size(); i++) {
            assertThat(packets.get(i).packet().sequence()).isEqualTo(first + i & 0xFFFF);
        }
    }

    /** To a phone it is the stream that it was: one source, and every packet in its place. */
    @Test
    void theStreamOfTheOtherPartyIsNeverBroken() {
        Talk talk = stage.call();
        stage.recordedSession();

        List<Received> heard = more(talk.callersPort().receiver());

        assertThat(Voice.isHeard(BEEP, heard)).isTrue();
        Received first = heard.get(0);
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i).packet().ssrc()).isEqualTo(talk.callee().ssrc());
            assertThat(heard.get(i).packet().sequence())
                    .isEqualTo(first.packet().sequence() + i & 0xFFFF);
            assertThat(heard.get(i).packet().timestamp())
                    .isEqualTo(first.packet().timestamp() + 160L * i & 0xFFFFFFFFL);
        }
    }

    @Test
    void theToneRestsInAPauseAndEndsWithTheRecording() {
        Talk talk = stage.call();
        stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();
        assertBothHearTheTone(talk);

        Control.pause(id);
        assertNobodyHearsTheTone(talk);
        Control.resume(id);
        assertBothHearTheTone(talk);
        Control.stop(id);
        assertNobodyHearsTheTone(talk);
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement("IND-14")
    void anAnnouncementIsHeardOnceAtTheAnswer() {
        Talk talk = talk("announcement");
        assertThat(Voice.isHeard(BEEP, talk.callersPort().receiver().awaitPackets(A_WHILE)))
                .isTrue();
        assertThat(Voice.isHeard(BEEP, talk.calleesPort().receiver().awaitPackets(A_WHILE)))
                .isTrue();
        assertNobodyHearsTheTone(talk);
        talk.assertBothAreHeard();
    }

    @Test
    void theRecorderHearsItWhenAskedFor() {
        Talk talk = talk("recorded");
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());

        assertThat(Voice.isHeard(BEEP, more(session.line(1)))).isTrue();
        assertThat(Voice.isHeard(BEEP, more(session.line(2)))).isTrue();
    }

    @Test
    void aRuleCanHaveItOtherwise() {
        Talk talk = talk("none");
        stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();

        assertNobodyHearsTheTone(talk);
        assertThat(shown(id).has("notice")).isFalse();
    }

    @Test
    @Requirement("IND-17")
    void aCodecThatNoToneCanBeMadeInIsToldAndTheCallAndItsRecordingGoOn() {
        try (Listener listener = Listener.start()) {
            Talk talk = stage.call();
            stage.recordedSession();
            assertThat(listener.await(talk.callId()).name()).isEqualTo("recording.started");
            String id = Rest.awaitActive(talk.callId()).get("id").asText();
            List<MediaLine> callers = List.of(audio(talk.callersPort().port(), 9));
            List<MediaLine> callees = List.of(audio(talk.calleesPort().port(), 9));

            talk.agreeByReinvite(callers, callees);

            Listener.Event event = listener.await(talk.callId());
            assertThat(event.name()).isEqualTo("recording.unannounced");
            assertThat(event.data().get("recording").get("notice").get("detail").asText())
                    .contains("the caller does not hear it", "the callee does not hear it", "G722/8000");
            assertThat(shown(id).get("state").asText()).isEqualTo("active");
        }
    }

    private static JsonNode shown(String id) {
        return Rest.json(Rest.RECORDINGS + "/" + id);
    }
}
