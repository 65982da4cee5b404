package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;

/** Other beans of the application hear of recordings, each fact once by each way. */
@ContainerTest
class RecordingEventsIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Stage.war().addClasses(RecordingWitness.class, WitnessServlet.class));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void startAndStopAreToldWithEverythingThatNamesTheCall() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.endByCaller();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        String names = String.join(
                " ",
                talk.incoming().request().callId(),
                session.invite().callId(),
                Metadata.of(session).text("/recording/session/@session_id"),
                recording.get("server").asText(),
                "default ");
        assertThat(heardOf(talk, 4))
                .containsExactlyInAnyOrder(
                        "sync RecordingStarted " + names,
                        "async RecordingStarted " + names,
                        "sync RecordingStopped " + names + "CALL_ENDED",
                        "async RecordingStopped " + names + "CALL_ENDED");
    }

    @Test
    void pausesAreToldOnceEach() {
        Talk talk = stage.call();
        stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();
        Control.pause(id);
        Control.pause(id);
        Control.resume(id);
        Control.pause(id);
        talk.endByCaller();
        Rest.awaitEnd(talk.callId());
        assertThat(heardOf(talk, 7))
                .filteredOn(line -> line.startsWith("sync "))
                .extracting(line -> line.split(" ")[1])
                .containsExactly(
                        "RecordingStarted",
                        "RecordingPaused",
                        "RecordingResumed",
                        "RecordingPaused",
                        "RecordingStopped");
    }

    @Test
    void aRecordingThatNeverBeganIsToldAsFailed() {
        stage.recorder.willRefuse(603);
        Talk talk = stage.call();
        Rest.awaitEnd(talk.callId());
        assertThat(heardOf(talk, 2))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("sync RecordingFailed "))
                .anyMatch(line -> line.startsWith("async RecordingFailed "))
                .allMatch(line -> line.endsWith(" SRS_REFUSED"));
    }

    @Test
    void anObserverThatThrowsHarmsNobody() {
        stage.letTheServerComplain();
        Talk talk = stage.call(Edit.set("From", "\"" + RecordingWitness.TROUBLE + "\" <sip:t@example.com>;tag=t1"));
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());
        talk.assertBothAreHeard();
        talk.endByCallee();
        session.awaitEnd();
        assertThat(heardOf(talk, 4)).hasSize(4);
        assertThat(Rest.awaitEnd(talk.callId()).get("state").asText()).isEqualTo("stopped");
    }

    private static List<String> heardOf(Talk talk, int count) {
        String start = talk.callId() + " ";
        return Rest.await(
                () -> lines().filter(line -> line.startsWith(start))
                        .map(line -> line.substring(start.length()))
                        .toList(),
                lines -> lines.size() >= count);
    }

    private static Stream<String> lines() {
        return new String(Rest.get("/siprec/witness").body(), StandardCharsets.UTF_8).lines();
    }
}
