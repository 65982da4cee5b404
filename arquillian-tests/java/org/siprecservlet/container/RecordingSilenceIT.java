package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** A recording of which nothing is copied is told, and so is its recovery. */
@ContainerTest
class RecordingSilenceIT {

    private final Stage stage = new Stage();
    private final ServerLog log = new ServerLog();
    private Listener listener;

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(
                Wars.siprecServlet(Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.media.silence-after", "1s")));
    }

    @BeforeEach
    void listen() {
        listener = Listener.start();
    }

    @AfterEach
    void close() {
        listener.close();
        stage.close();
    }

    @Test
    void silenceIsToldAndShownAndSoIsItsEnd() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        assertThat(listener.await(talk.callId()).name()).isEqualTo("recording.started");

        talk.caller().close();
        talk.callee().close();
        Listener.Event silent = listener.await(talk.callId());
        assertThat(silent.name()).isEqualTo("recording.silent");
        String id = silent.data().get("recording").get("id").asText();
        assertThat(shown(id).get("state").asText()).isEqualTo("active");
        assertThat(shown(id).get("silence").get("reason").asText()).isEqualTo("no-media");
        assertThat(log.saying("no packet of the call was copied for"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(talk.callId(), id));

        talk.caller().start();
        talk.callee().start();
        assertThat(listener.await(talk.callId()).name()).isEqualTo("recording.recovered");
        assertThat(shown(id).has("silence")).isFalse();
        Hearing.assertFlows(session);
    }

    @Test
    void aPausedRecordingIsNotToldToBeSilent() {
        Talk talk = stage.call();
        stage.recordedSession();
        assertThat(listener.await(talk.callId()).name()).isEqualTo("recording.started");
        String id = Rest.awaitActive(talk.callId()).get("id").asText();

        Control.pause(id);
        assertThat(listener.await(talk.callId()).name()).isEqualTo("recording.paused");
        assertThat(listener.staysQuiet(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    void eachStreamIsShownWithWhatWasCopiedOfIt() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();
        session.line(1).awaitPackets(Voice.ENOUGH);

        JsonNode streams = shown(id).get("streams");
        assertThat(streams).hasSize(2).allSatisfy(stream -> {
            JsonNode rtp = stream.get("rtp");
            assertThat(rtp.get("measure").asText()).isEqualTo("copied");
            assertThat(rtp.get("packets").asLong()).isPositive();
            assertThat(rtp.get("bytes").asLong())
                    .isEqualTo(172 * rtp.get("packets").asLong());
            assertThat(rtp.get("lost").asLong()).isZero();
        });
        assertThat(streams.get(0).get("rtp").get("packets").asLong()).isGreaterThanOrEqualTo(Voice.ENOUGH);
    }

    private static JsonNode shown(String id) {
        return Rest.json(Rest.RECORDINGS + "/" + id);
    }
}
