package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** The configuration names no recorder, and whoever asks over REST may name any. */
@ContainerTest
class RestAnyServerIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.rest.any-server", "true"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Rest.json(answer).get("code").asText()).isEqualTo(code);
    }

    @Test
    void aCallIsRecordedAtTheRecorderThatTheRequestNames() {
        Talk talk = stage.call();
        JsonNode recording = Calls.start(talk, "{\"servers\": [\"" + Stage.RECORDER_URI + "\"]}");
        RecordedSession session = stage.recordedSession();
        Hearing.assertFlows(session);

        assertThat(recording.get("state").asText()).isEqualTo("starting");
        talk.endByCaller();
        session.awaitEnd();
    }

    @Test
    void aRequestThatNamesNoneHasNowhereToGo() {
        Talk talk = stage.call();

        assertProblem(Rest.post(Calls.recordings(talk), "{}"), 409, "no-server");
    }

    @Test
    void aCallThatIsNotThereIsNotFoundWhateverTheRequestNames() {
        assertProblem(Rest.post(Calls.PATH + "/nobody/recordings", "{}"), 404, "call-not-found");
        assertProblem(
                Rest.post(Calls.PATH + "/nobody/recordings", "{\"servers\": [\"" + Stage.RECORDER_URI + "\"]}"),
                404,
                "call-not-found");
    }
}
