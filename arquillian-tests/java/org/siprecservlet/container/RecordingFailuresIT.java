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
import org.siprecservlet.testkit.recorder.Behaviour;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Ladder;
import org.siprecservlet.testkit.sip.SipMessage;

/** Whatever the recorder does, the call is what it would be without one. */
@ContainerTest
class RecordingFailuresIT {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.srs", Stage.RECORDER_URI, "siprec.srs.answer-timeout", ANSWER_TIMEOUT.toMillis() + "ms"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** A call that has a recording which fails; the call goes on, and says what became of the recording. */
    private JsonNode failed(String reason) {
        Talk talk = stage.call();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        assertThat(recording.get("reason").asText())
                .as("%s", Ladder.of(stage.trace))
                .isEqualTo(reason);
        stage.assertUntouched(talk);
        return recording;
    }

    @Test
    @Requirement({"ERR-17", "ERR-18"})
    void refusalsOfEveryClassAreTold() {
        for (int status : new int[] {302, 400, 403, 404, 415, 420, 480, 486, 488, 500, 503, 600, 603, 606}) {
            stage.recorder.willRefuse(status);
            JsonNode recording = failed("srs-refused");
            assertThat(recording.get("sipStatus").asInt()).isEqualTo(status);
            assertThat(recording.get("server").asText()).startsWith(Stage.RECORDER_URI);
        }
    }

    @Test
    @Requirement("INI-14")
    void aRefusalIsAcknowledged() {
        stage.recorder.willRefuse(503);
        failed("srs-refused");
        assertThat(stage.session().awaitAck().values("Require")).isEmpty();
    }

    @Test
    @Requirement("ERR-06")
    void aPeerThatIsNoRecorderIsNotAskedWithoutSaying() {
        stage.recorder.willRefuse(420, Edit.header("Unsupported", "siprec"));
        failed("srs-refused");
        stage.session();
        assertThat(stage.recorder.staysQuiet(Duration.ofMillis(300))).isTrue();
    }

    @Test
    @Requirement({"ERR-12", "ERR-18"})
    void silenceIsNotWaitedOutForever() {
        stage.recorder.willStaySilent();
        failed("srs-no-answer");
    }

    @Test
    void ringingIsNoFinalAnswer() {
        stage.recorder.willOnlyRing();
        failed("srs-no-answer");
        stage.session().awaitCancel();
    }

    @Test
    @Requirement({"ANS-14", "TRM-04"})
    void anAcceptanceThatCrossesTheCancelIsAcknowledgedAndEnded() {
        stage.recorder.agent().leaveCancelUnanswered();
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        session.call().awaitCancel().respond(200);
        session.call().answer(answerTo(session));
        session.awaitAck();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("srs-no-answer");
        stage.assertUntouched(talk);
    }

    @Test
    @OnlyOn(
            value = Container.LIBERTY,
            because = "Restcomm forgets an INVITE with the time of RFC 3261, which is when this recording ends")
    void anAcceptanceLongAfterTheTimeIsAcknowledgedAndEnded() {
        stage.recorder.willStaySilent();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Rest.awaitEnd(talk.callId());
        session.call().answer(answerTo(session));
        session.awaitAck();
        session.awaitEnd();
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement({"INI-14", "TRM-04"})
    void aCallThatEndsWhileTheRecorderRingsTakesTheInvitationBack() {
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        talk.endByCaller();
        SipMessage cancel = session.awaitCancel();
        assertThat(cancel.values("Require")).isEmpty();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        assertThat(recording.get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    void aCallThatEndsBeforeTheRecorderAnswersEndsTheRecordingAllTheSame() {
        stage.recorder.willStaySilent();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        talk.endByCallee();
        session.call().answer(answerTo(session));
        session.awaitAck();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
    }

    private static String answerTo(RecordedSession session) {
        return session.offerSdp().replace("a=sendonly", "a=recvonly");
    }

    @Test
    @Requirement("ANS-15")
    void aSecondAcceptanceOfAForkIsAcknowledgedAndEnded() {
        stage.recorder.willAcceptTwice();
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        assertThat(Rest.await(() -> methodsOfTheSecond(session), methods -> methods.size() == 2))
                .containsExactly("ACK", "BYE");
        assertThat(session.ended()).isFalse();
        assertThat(Rest.awaitActive(talk.callId()).get("state").asText()).isEqualTo("active");
        talk.endByCaller();
        session.awaitEnd();
    }

    private List<String> methodsOfTheSecond(RecordedSession session) {
        return stage.trace.entries().stream()
                .flatMap(each -> each.message().stream())
                .filter(SipMessage::isRequest)
                .filter(message -> message.callId().equals(session.invite().callId()))
                .filter(message -> message.toTag().equals("second-recorder"))
                .map(SipMessage::method)
                .toList();
    }

    @Test
    @Requirement("ANS-14")
    void anAcceptanceWithoutDescriptionIsAcknowledgedAndEnded() {
        stage.recorder.willAcceptWithoutSdp();
        assertAnswerUnusable();
    }

    @Test
    void anAcceptanceWithABrokenDescriptionIsAcknowledgedAndEnded() {
        stage.recorder.willAcceptWithBrokenSdp();
        assertAnswerUnusable();
    }

    @Test
    void anAcceptanceWithALineTooFewIsAcknowledgedAndEnded() {
        stage.recorder.willAcceptWithLines(1);
        assertAnswerUnusable();
    }

    @Test
    void anAcceptanceWithALineTooManyIsAcknowledgedAndEnded() {
        stage.recorder.willAcceptWithLines(3);
        assertAnswerUnusable();
    }

    @Test
    void anAcceptanceWithAnAddressOfAnotherKindIsAcknowledgedAndEnded() {
        stage.recorder.will(Behaviour.acceptWith(
                lines -> lines.stream().map(line -> line.at("::1")).toList()));
        failed("relay-failed");
        RecordedSession session = stage.session();
        session.awaitAck();
        session.awaitEnd();
    }

    private void assertAnswerUnusable() {
        failed("srs-answer-unusable");
        RecordedSession session = stage.session();
        session.awaitAck();
        session.awaitEnd();
    }

    @Test
    @Requirement("ERR-17")
    void aRecorderMayHangUpAtOnce() {
        stage.recorder.willAcceptThenHangUp();
        Talk talk = stage.call();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("reason").asText()).isEqualTo("srs-hung-up");
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement({"ERR-18", "TRM-02"})
    void aRecorderMayHangUpInMidCall() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        assertThat(session.hangUp().status()).isEqualTo(200);
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("stopped");
        assertThat(recording.get("reason").asText()).isEqualTo("srs-hung-up");
        assertThat(session.line(1).staysQuiet(Duration.ofMillis(300))).isTrue();
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("TRM-05")
    void aByeThatIsNotAnsweredDoesNotKeepTheRecordingAlive() {
        Talk talk = stage.call();
        stage.recordedSession().willIgnoreNext("BYE");
        talk.endByCaller();
        assertThat(Rest.awaitEnd(talk.callId()).get("state").asText()).isEqualTo("stopped");
    }
}
