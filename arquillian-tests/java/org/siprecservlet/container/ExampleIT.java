package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sip.Edit.header;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;

/** The example of an application that stands on the recording service: it decides, observes and pauses. */
@ContainerTest
class ExampleIT {

    private static final Edit AGREED = header("X-Consent", "yes");
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.example(Map.of("siprec.srs", Stage.RECORDER_URI));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<String> diaryOf(Talk talk) {
        String diary = new String(Rest.get("/siprec/consent/diary").body(), StandardCharsets.UTF_8);
        return diary.lines()
                .filter(line -> line.startsWith(talk.callId() + " "))
                .map(line -> line.substring(talk.callId().length() + 1))
                .toList();
    }

    private static void awaitDiary(Talk talk, String... lines) {
        assertThat(Rest.await(() -> diaryOf(talk), diary -> diary.equals(List.of(lines))))
                .containsExactly(lines);
    }

    private static String privacy(Talk talk, String method) {
        String path = "/siprec/consent/calls/" + URLEncoder.encode(talk.callId(), StandardCharsets.UTF_8) + "/privacy";
        HttpResponse<byte[]> answer = Rest.send(Rest.request(path).method(method, BodyPublishers.noBody()));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void itsRuleDecidesWhichCallsAreRecorded() {
        Talk silent = stage.call();
        silent.endByCaller();
        assertThat(Rest.recordings(silent.callId())).isEmpty();
        Talk agreed = stage.call(AGREED);

        Hearing.assertFlows(stage.recordedSession());
        agreed.endByCaller();
        assertThat(stage.recorder.sessions()).hasSize(1);
    }

    @Test
    void itHearsOfTheStartAtOnceAndOfTheEndOnAnotherThread() {
        Talk talk = stage.call(AGREED);
        stage.recordedSession();
        awaitDiary(talk, "started");
        talk.endByCallee();

        awaitDiary(talk, "started", "stopped");
    }

    @Test
    void itsResourcePausesARecordingAndResumesIt() {
        Talk talk = stage.call(AGREED);
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());

        assertThat(privacy(talk, "PUT")).isEqualTo("PAUSED");
        session.line(1).staysQuiet(A_WHILE);
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        awaitDiary(talk, "started", "paused");
        assertThat(privacy(talk, "DELETE")).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    void itsResourceSaysWhyItCanNotPause() {
        Talk talk = stage.call();

        assertThat(privacy(talk, "PUT")).contains("recording");
    }
}
