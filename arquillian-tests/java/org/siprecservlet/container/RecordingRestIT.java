package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** Recordings over real HTTP. */
@ContainerTest
class RecordingRestIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aRecordingIsShownAsItIsNow() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        JsonNode recording = Rest.awaitActive(talk.callId());
        assertThat(recording.get("callId").asText()).isEqualTo(talk.callId());
        assertThat(recording.get("calleeCallId").asText())
                .isEqualTo(talk.incoming().request().callId());
        assertThat(recording.get("srsCallId").asText())
                .isEqualTo(session.invite().callId());
        assertThat(recording.get("server").asText()).startsWith(Stage.RECORDER_URI);
        assertThat(recording.get("instance").asText()).isEqualTo("default");
        assertThat(recording.has("reason")).isFalse();
        assertThat(recording.has("endedAt")).isFalse();
        assertParticipants(recording);
        assertStreams(recording);
        assertThat(Rest.withoutCounts(Rest.json(path(recording)))).isEqualTo(Rest.withoutCounts(recording));
    }

    private void assertParticipants(JsonNode recording) {
        JsonNode participants = recording.get("participants");
        assertThat(participants).hasSize(2);
        assertThat(participants.get(0).get("side").asText()).isEqualTo("caller");
        assertThat(participants.get(0).get("uri").asText()).isEqualTo(stage.alice.uri());
        assertThat(participants.get(1).get("side").asText()).isEqualTo("callee");
        assertThat(participants.get(1).get("uri").asText()).isEqualTo(stage.bob.uri());
    }

    private static void assertStreams(JsonNode recording) {
        for (int i = 0; i < 2; i++) {
            JsonNode stream = recording.get("streams").get(i);
            assertThat(stream.get("label").asText()).isEqualTo(Integer.toString(i + 1));
            assertThat(stream.get("mediaType").asText()).isEqualTo("audio");
            assertThat(stream.get("participantId"))
                    .isEqualTo(recording.get("participants").get(i).get("id"));
            assertThat(stream.get("accepted").asBoolean()).isTrue();
        }
    }

    @Test
    void aRecordingThatIsOverIsShownWithItsTimes() {
        Talk talk = stage.call();
        stage.recordedSession();
        talk.endByCaller();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        Instant created = Instant.parse(recording.get("createdAt").asText());
        Instant started = Instant.parse(recording.get("startedAt").asText());
        Instant ended = Instant.parse(recording.get("endedAt").asText());
        assertThat(created).isBeforeOrEqualTo(started);
        assertThat(started).isBeforeOrEqualTo(ended);
        assertThat(ended).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void recordingsAreListedByStateByCallAndByNumber() {
        Talk over = stage.call();
        stage.recordedSession();
        over.endByCaller();
        Rest.awaitEnd(over.callId());
        Talk living = stage.call();
        String id = Rest.awaitActive(living.callId()).get("id").asText();

        JsonNode active = list("?state=active");
        assertThat(active).hasSize(1);
        assertThat(active.get(0).get("id").asText()).isEqualTo(id);
        assertThat(list("?state=stopped"))
                .isNotEmpty()
                .allMatch(each -> each.get("state").asText().equals("stopped"));
        assertThat(list("").get(0).get("id").asText()).as("the newest first").isEqualTo(id);
        assertThat(list("?limit=1")).hasSize(1);
        assertThat(Rest.recordings(living.incoming().request().callId()))
                .as("by the callee's Call-ID")
                .hasSize(1);
        assertThat(Rest.recordings("nobody")).isEmpty();
    }

    private static JsonNode list(String query) {
        return Rest.json(Rest.RECORDINGS + query).get("recordings");
    }

    @Test
    void metadataIsShownAsItWasSentAlsoAfterTheEnd() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.endByCaller();
        HttpResponse<byte[]> response = Rest.get(path(Rest.awaitEnd(talk.callId())) + "/metadata");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/rs-metadata+xml");
        assertThat(response.body()).isEqualTo(session.metadata());
    }

    @Test
    void whatIsNotThereIsAProblem() {
        assertProblem(404, "recording-not-found", Rest.RECORDINGS + "/nobody");
        assertProblem(404, "recording-not-found", Rest.RECORDINGS + "/nobody/metadata");
        assertProblem(404, "not-found", "/siprec/api/v1/nothing");
        assertProblem(400, "bad-parameter", Rest.RECORDINGS + "?state=asleep");
        assertProblem(400, "bad-parameter", Rest.RECORDINGS + "?limit=0");
        assertProblem(400, "bad-parameter", Rest.RECORDINGS + "?limit=many");
    }

    private static void assertProblem(int status, String code, String path) {
        HttpResponse<byte[]> response = Rest.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Rest.json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    @Test
    void healthIsToldBesideTheApplication() {
        assertThat(Rest.json("/health/ready").get("status").asText()).isEqualTo("UP");
        assertThat(Rest.json("/health/live").get("status").asText()).isEqualTo("UP");
    }

    private static String path(JsonNode recording) {
        return Rest.RECORDINGS + "/" + recording.get("id").asText();
    }
}
