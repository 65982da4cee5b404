package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Transport;

/** A list of recorders is gone through until one accepts. */
@ContainerTest
class RecordingFailoverIT {

    private static final int SECOND_PORT = FreePorts.block(1);
    private static final String FIRST = Stage.RECORDER_URI + ";transport=tcp";
    private static final String SECOND = "sip:second@" + Server.HOST + ":" + SECOND_PORT + ";transport=tcp";

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.srs", FIRST + ", " + SECOND,
                "siprec.skip-failover-codes", "^6|486",
                "siprec.srs.answer-timeout", "1500ms"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void assertRecordedByTheSecond() {
        Talk talk = stage.call();
        RecordedSession session = second.awaitSession(Duration.ofSeconds(10));
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session)))
                .isEmpty();
        assertThat(Rest.awaitActive(talk.callId()).get("server").asText()).isEqualTo(SECOND);
        talk.assertBothAreHeard();
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    void theFirstIsTakenWhenItAccepts() {
        Talk talk = stage.call();
        stage.recordedSession();
        assertThat(Rest.awaitActive(talk.callId()).get("server").asText()).isEqualTo(FIRST);
        assertThat(second.sessions()).isEmpty();
    }

    @Test
    @Requirement("ERR-11")
    void theSecondIsTriedWhenTheFirstRefuses() {
        stage.recorder.willRefuse(503);
        assertRecordedByTheSecond();
    }

    @Test
    @Requirement("ERR-12")
    void theSecondIsTriedWhenTheFirstSaysNothing() {
        stage.recorder.willStaySilent();
        assertRecordedByTheSecond();
    }

    @Test
    void theSecondIsTriedWhenTheFirstOnlyRings() {
        stage.recorder.willOnlyRing();
        assertRecordedByTheSecond();
        stage.session().awaitCancel();
    }

    @Test
    @Requirement("ERR-12")
    void theSecondIsTriedWhenNobodyListensAtTheFirst() {
        stage.recorder.close();
        assertRecordedByTheSecond();
    }

    @Test
    @Requirement("ERR-01")
    void theFirstMaySendTheSearchSomewhereElse() {
        try (Recorder third = Recorder.start("third", stage.trace)) {
            stage.recorder.willRedirectTo(third.uri());
            Talk talk = stage.call();
            RecordedSession session = third.awaitSession(Duration.ofSeconds(10));
            Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
            assertThat(Rest.awaitActive(talk.callId()).get("server").asText()).startsWith(third.uri());
            assertThat(second.sessions()).isEmpty();
            talk.endByCaller();
            session.awaitEnd();
        }
    }

    @Test
    @Requirement("ERR-01")
    void redirectionsAreFollowedInTheirOrderAndThenTheNextIsTried() {
        try (Recorder third = Recorder.start("third", stage.trace)) {
            third.willRefuse(503);
            stage.recorder.willRefuse(
                    301,
                    Edit.header("Contact", "<" + third.uri() + ";transport=udp>;q=0.1"),
                    Edit.header("Contact", "<" + third.uri() + ";transport=tcp>;q=0.9"),
                    Edit.header("Contact", "<" + FIRST + ">"));
            third.willRefuse(480);
            assertRecordedByTheSecond();
            assertThat(third.sessions())
                    .extracting(session -> session.call().transport())
                    .containsExactly(Transport.TCP, Transport.UDP);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 305, 380})
    void theSecondIsTriedWhenTheFirstRedirectsToNowhere(int status) {
        stage.recorder.willRefuse(status);
        assertRecordedByTheSecond();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 407, 480, 488, 500, 504})
    @Requirement("ERR-09")
    void theSecondIsTriedWhateverTheFirstRefusesWith(int status) {
        stage.recorder.willRefuse(status);
        assertRecordedByTheSecond();
    }

    @Test
    @Requirement("MTD-07")
    void theSecondGetsADescriptionAndADialogOfItsOwn() {
        stage.recorder.willRefuse(503);
        stage.call();
        RecordedSession one = stage.session();
        RecordedSession two = second.awaitSession(Duration.ofSeconds(10));

        assertThat(two.invite().callId()).isNotEqualTo(one.invite().callId());
        assertThat(origin(two)).isNotEqualTo(origin(one));
        assertThat(two.offerSdp().replace(origin(two), origin(one))).isEqualTo(one.offerSdp());
        assertThat(Metadata.of(two).text("//*[local-name()='datamode']")).isEqualTo("complete");
    }

    /** User, session id and version. */
    private static String origin(RecordedSession session) {
        return session.offerSdp().replaceFirst("(?s).*?(o=\\S+ \\S+ \\S+).*", "$1");
    }

    @Test
    void aLateAcceptanceOfTheFirstIsAcknowledgedAndEnded() {
        stage.recorder.willStaySilent();
        Talk talk = stage.call();
        RecordedSession session = second.awaitSession(Duration.ofSeconds(10));
        session.line(1).awaitPackets(1);
        RecordedSession late = stage.session();
        late.accept();
        late.awaitAck();
        late.awaitEnd();
        assertThat(late.line(1).packets()).isEmpty();
        assertThat(session.ended()).isFalse();
        talk.endByCaller();
        session.awaitEnd();
    }

    @Test
    @Requirement("ERR-09")
    void aCodeThatEndsTheSearchEndsIt() {
        stage.recorder.willRefuse(603).willRefuse(486);
        assertThat(failed().get("sipStatus").asInt()).isEqualTo(603);
        assertThat(failed().get("sipStatus").asInt()).isEqualTo(486);
        assertThat(second.sessions()).isEmpty();
    }

    @Test
    void theLastRefusalIsTheReason() {
        stage.recorder.willRefuse(503);
        second.willRefuse(488);
        JsonNode recording = failed();
        assertThat(recording.get("sipStatus").asInt()).isEqualTo(488);
        assertThat(recording.get("server").asText()).isEqualTo(SECOND);
    }

    @Test
    void noRecorderAtAllIsToldAsSuch() {
        stage.recorder.close();
        second.close();
        assertThat(failed().get("reason").asText()).isEqualTo("srs-unreachable");
    }

    private JsonNode failed() {
        Talk talk = stage.call();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        talk.assertBothAreHeard();
        return recording;
    }
}
