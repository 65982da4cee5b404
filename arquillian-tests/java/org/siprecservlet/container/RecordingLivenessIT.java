package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.SipMessage;

/** A recorder that vanishes in mid-call is noticed, and the recording moves to the next one. */
@ContainerTest
class RecordingLivenessIT {

    private static final int SECOND_PORT = FreePorts.block(1);
    private static final String FIRST = Stage.RECORDER_URI + ";transport=tcp";
    private static final String SECOND = "sip:second@" + Server.HOST + ":" + SECOND_PORT + ";transport=tcp";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<String> WHO_AND_WHAT = List.of(
            "/recording/group/@group_id",
            "/recording/session/@session_id",
            "/recording/participant/@participant_id",
            "/recording/participant/nameID/@aor",
            "/recording/stream/@stream_id",
            "/recording/stream/label");

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);
    private Talk talk;

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet(Map.of(
                "siprec.srs", FIRST + ", " + SECOND,
                "siprec.srs.keepalive", "1s",
                "siprec.srs.answer-timeout", "1s")));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RecordedSession recorded() {
        talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());
        Rest.await(() -> questions(session), count -> count >= 1);
        return session;
    }

    private String id() {
        return Rest.recordings(talk.callId()).get(0).get("id").asText();
    }

    /** Open Liberty keeps this answer to itself, so that two of them in a row are one silence. */
    private static void forget(RecordedSession session) {
        session.willRefuseNext("OPTIONS", 481).willRefuseNext("OPTIONS", 481);
    }

    private static long questions(RecordedSession session) {
        return session.requests().stream()
                .filter(request -> request.method().equals("OPTIONS"))
                .count();
    }

    /** The second recorder has it all, and everybody can see so. */
    private RecordedSession movedFrom(RecordedSession first) {
        RecordedSession session = second.awaitSession(SOON);
        Hearing.assertFlows(session);
        assertToldTheSame(first, session);
        assertGapIsShown(Rest.awaitActive(talk.callId()));
        talk.assertBothAreHeard();
        return session;
    }

    private static void assertToldTheSame(RecordedSession first, RecordedSession session) {
        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session)))
                .isEmpty();
        assertThat(Metadata.of(session).text("/recording/datamode")).isEqualTo("complete");
        for (String each : WHO_AND_WHAT) {
            assertThat(Metadata.of(session).texts(each))
                    .as(each)
                    .isNotEmpty()
                    .isEqualTo(Metadata.of(first).texts(each));
        }
        assertThat(session.invite().callId()).isNotEqualTo(first.invite().callId());
    }

    private static void assertGapIsShown(JsonNode recording) {
        assertThat(recording.get("server").asText()).isEqualTo(SECOND);
        assertThat(recording.get("moves")).hasSize(1);
        JsonNode move = recording.get("moves").get(0);
        assertThat(move.get("from").asText()).isEqualTo(FIRST);
        assertThat(move.get("to").asText()).isEqualTo(SECOND);
        assertThat(move.get("gapMillis").asLong()).isBetween(0L, SOON.toMillis());
    }

    @Test
    @Requirement({"ERR-16", "HAV-03", "HAV-04", "MDX-09"})
    void aRecorderThatDiesWithoutAWordIsNoticedAndTheNextOneTakesOver() {
        RecordedSession first = recorded();
        stage.recorder.close();

        RecordedSession session = movedFrom(first);
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    @Requirement({"ERR-16", "HAV-03"})
    void aRecorderThatDoesNotKnowTheSessionAnyMoreIsLeft() {
        RecordedSession first = recorded();
        forget(first);

        movedFrom(first);
        assertThat(first.line(1).staysQuiet(Duration.ofMillis(300))).isTrue();
    }

    @Test
    @Requirement("HAV-04")
    void aRecorderThatIsSilentIsLeftAndGetsAByeForForm() {
        RecordedSession first = recorded();
        first.willIgnoreNext("OPTIONS").willIgnoreNext("OPTIONS");

        movedFrom(first);
        first.awaitEnd();
    }

    @Test
    void aRecorderThatAnswersIsNotLeft() {
        RecordedSession first = recorded();
        first.willIgnoreNext("OPTIONS").willRefuseNext("OPTIONS", 503).willRefuseNext("OPTIONS", 500);

        assertThat(Rest.await(() -> questions(first), count -> count >= 5)).isGreaterThanOrEqualTo(5);
        assertThat(Rest.awaitActive(talk.callId()).get("server").asText()).isEqualTo(FIRST);
        assertThat(second.sessions()).isEmpty();
        Hearing.assertFlows(first);
    }

    @Test
    void aPauseLastsThroughTheMove() {
        RecordedSession first = recorded();
        String id = id();
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        forget(first);
        RecordedSession session = second.awaitSession(SOON);
        Rest.await(
                () -> Control.recording(id),
                it -> it.has("moves") && it.get("state").asText().equals("paused"));

        assertThat(session.offer().direction(1)).isEqualTo("inactive");
        Hearing.assertQuiet(session);
        assertThat(session.line(1).packets()).isEmpty();
        assertThat(session.line(2).packets()).isEmpty();
        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement("ERR-16")
    void aPauseOfWhichTheRecorderKnowsNoSessionIsDoneAtTheNextOne() {
        RecordedSession first = recorded();
        first.willRefuseNext("INVITE", 481);

        assertThat(Control.pause(id())).isEqualTo("PAUSED");
        Hearing.assertQuiet(second.awaitSession(SOON));
        assertThat(Control.recording(id()).get("server").asText()).isEqualTo(SECOND);
    }

    @Test
    void aRecordingThatHasNowhereToGoEnds() {
        RecordedSession first = recorded();
        forget(first);
        forget(movedFrom(first));

        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("stopped");
        assertThat(recording.get("reason").asText()).isEqualTo("srs-lost");
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("TRM-02")
    void aRecorderThatHangsUpIsNotReplaced() {
        RecordedSession first = recorded();
        SipMessage answer = first.hangUp();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("srs-hung-up");
        assertThat(second.sessions()).isEmpty();
    }
}
