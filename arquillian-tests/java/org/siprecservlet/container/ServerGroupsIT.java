package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;
import static org.siprecservlet.testkit.sip.Edit.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Groups of recorders: whose turn it is, who wants to be left alone, and the worst places that can stand first in one. */
@ContainerTest
class ServerGroupsIT {

    private static final int SECOND_PORT = FreePorts.block(1);
    private static final int NOWHERE = FreePorts.block(1);

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);

    @Deployment(testable = false)
    static WebArchive war() {
        String second = "sip:second@127.0.0.1:" + SECOND_PORT;
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  strict: {servers: ["%1$s;transport=tcp", "%2$s"], skip-failover-codes: 486|^6}
                  turns: {servers: ["%1$s", "%2$s"], strategy: round-robin}
                  resting: {servers: ["%1$s;lr", "%2$s"]}
                  refused-tcp: {servers: ["sip:127.0.0.1:%3$d;transport=tcp", "%2$s"]}
                  refused: {servers: ["sip:127.0.0.1:%3$d", "%2$s"], answer-timeout: 1s}
                  black-hole: {servers: ["sip:127.0.0.1:%3$d;transport=tcp", "%2$s"], answer-timeout: 1s}
                  unknown-host: {servers: ["sip:nobody.invalid;transport=tcp", "%2$s"], answer-timeout: 2s}
                  patient: {servers: ["%1$s"], answer-timeout: 30s}
                  partial: {servers: ["%1$s"], metadata-updates: partial}
                  old: {servers: ["%1$s"], profile: drafts}
                rules:
                """,
                Stage.RECORDER_URI,
                second,
                NOWHERE);
        String rule = "  - {when: {header: {X-Group: \"^%1$s$\"}}, to: %1$s}\n";
        for (String group : List.of(
                "strict",
                "turns",
                "resting",
                "refused-tcp",
                "refused",
                "black-hole",
                "unknown-host",
                "patient",
                "partial",
                "old")) {
            rules += String.format(Locale.ROOT, rule, group);
        }
        return Wars.siprecServlet(rules, Map.of("siprec.srs.answer-timeout", "4s"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Talk call(String group) {
        return stage.call(header("X-Group", group));
    }

    private void assertRecordedByTheSecond(String group) {
        Talk talk = call(group);
        RecordedSession session = second.awaitSession(Duration.ofSeconds(10));
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
        talk.assertBothAreHeard();
        talk.endByCaller();
        session.awaitEnd();
    }

    @Test
    @Requirement("ERR-09")
    void aGroupHasCodesOfItsOwnThatEndTheSearch() {
        stage.recorder.willRefuse(486).willRefuse(480);
        Talk talk = call("strict");
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("sipStatus").asInt()).isEqualTo(486);
        assertThat(second.sessions()).isEmpty();

        talk.endByCaller();
        assertRecordedByTheSecond("strict");
    }

    @Test
    void theServersOfAGroupTakeTurns() {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Talk talk = call("turns");
            turns.add(Rest.awaitActive(talk.callId()).get("server").asText().replaceAll("sip:([a-z]+)@.*", "$1"));
            talk.endByCaller();
            Rest.awaitEnd(talk.callId());
        }
        assertThat(turns.get(0)).isEqualTo(turns.get(2)).isNotEqualTo(turns.get(1));
        assertThat(turns.get(1)).isEqualTo(turns.get(3));
    }

    @Test
    @Requirement("ERR-10")
    void aServerThatWantsToBeLeftAloneIs() {
        stage.recorder.willRefuse(503, header("Retry-After", "3600 (being repaired);duration=60"));
        assertRecordedByTheSecond("resting");
        assertThat(stage.recorder.sessions()).hasSize(1);

        assertRecordedByTheSecond("resting");
        assertThat(stage.recorder.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused-tcp", "refused", "unknown-host"})
    void theSecondIsTriedWhenTheFirstIsNowhere(String group) {
        assertRecordedByTheSecond(group);
    }

    @Test
    @Requirement("ERR-12")
    void theSecondIsTriedWhenTheFirstIsABlackHole() {
        BlackHole first = new BlackHole(NOWHERE);
        try {
            assertRecordedByTheSecond("black-hole");
        } finally {
            first.close();
        }
    }

    @Test
    @Requirement({"EVT-03", "MDX-03", "MTD-07", "MTD-08"})
    void aGroupMayBeToldOnlyWhatChanges() {
        Talk talk = call("partial");
        RecordedSession session = stage.recordedSession();
        talk.agreeByReinvite(
                List.of(audio(talk.callersPort().port(), 0).sendonly()),
                List.of(audio(talk.calleesPort().port(), 0).recvonly()));

        List<byte[]> documents = session.awaitMetadata(2);
        Metadata update = new Metadata(documents.get(1));
        assertThat(update.text("/recording/datamode")).isEqualTo("partial");
        assertThat(update.texts("/recording/*"))
                .as("the mode, and an association for each party")
                .hasSize(3);
        assertThat(MetadataChecker.check(documents.get(1), Metadata.labels(session), documents.subList(0, 1)))
                .isEmpty();
    }

    @Test
    void aGroupMayBeToldInTheMediaTypeOfTheDrafts() {
        call("old");
        assertToldInTheMediaTypeOfTheDrafts(stage.recordedSession());
    }

    @Test
    void aServerThatTakesOnlyTheMediaTypeOfTheDraftsIsAskedOnceMoreInThat() {
        stage.recorder
                .willRefuse(415, header("Accept", "application/sdp, application/rs-metadata"))
                .willAccept();
        call("patient");
        String refused = new String(stage.session().requests().get(0).body(), UTF_8);
        assertThat(refused).contains("application/rs-metadata+xml");
        assertToldInTheMediaTypeOfTheDrafts(stage.recordedSession());
    }

    private static void assertToldInTheMediaTypeOfTheDrafts(RecordedSession session) {
        String invite = new String(session.requests().get(0).body(), UTF_8);
        assertThat(invite)
                .contains("\r\nContent-Type: application/rs-metadata\r\n")
                .doesNotContain("application/rs-metadata+xml");
    }

    @Test
    void aGroupMayGiveItsServersMoreTime() {
        stage.recorder.willAcceptAfter(Duration.ofMillis(4500));
        Talk talk = call("patient");
        assertThat(Rest.awaitActive(talk.callId()).get("state").asText()).isEqualTo("active");
    }
}
