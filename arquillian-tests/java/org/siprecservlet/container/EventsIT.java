package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to recordings, told at once to whoever listens. */
@ContainerTest
class EventsIT {

    private static final int CLIENTS = 3;

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.rest.event-clients", "" + CLIENTS));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theLifeOfARecordingIsTold() {
        try (Listener listener = listen()) {
            Talk talk = stage.call();
            Listener.Event started = listener.await(talk.callId());
            assertThat(started.name()).isEqualTo("recording.started");
            assertThat(started.data().get("event").asText()).isEqualTo(started.name());
            assertThat(started.data().get("id").asText())
                    .isEqualTo(started.id())
                    .isNotEmpty();
            assertThat(Instant.parse(started.data().get("timestamp").asText())).isBeforeOrEqualTo(Instant.now());
            assertThat(started.data().get("recording")).isEqualTo(Rest.awaitActive(talk.callId()));
            talk.endByCaller();
            Listener.Event stopped = listener.await(talk.callId());
            assertThat(stopped.name()).isEqualTo("recording.stopped");
            assertThat(stopped.data().get("recording").get("reason").asText()).isEqualTo("call-ended");
        }
    }

    @Test
    void aRecordingThatNeverBeganIsToldAsFailed() {
        stage.recorder.willRefuse(603);
        try (Listener listener = listen()) {
            Talk talk = stage.call();
            Listener.Event failed = listener.await(talk.callId());
            assertThat(failed.name()).isEqualTo("recording.failed");
            assertThat(failed.data().get("recording").get("sipStatus").asInt()).isEqualTo(603);
        }
    }

    @Test
    void aClientThatComesAgainHearsWhatItHasMissed() {
        String last;
        try (Listener listener = listen()) {
            Talk talk = stage.call();
            last = listener.await(talk.callId()).id();
        }
        Talk missed = stage.call();
        Rest.awaitActive(missed.callId());
        try (Listener again = Listener.after(last)) {
            assertThat(again.await().data().get("recording").get("callId").asText())
                    .isEqualTo(missed.callId());
        }
    }

    @Test
    void aClientHearsThatEventsAreLost() {
        try (Listener listener = Listener.after("another-1")) {
            Listener.Event lost = listener.await();
            assertThat(lost.name()).isEqualTo("events.lost");
            assertThat(lost.id()).isEmpty();
            assertThat(lost.data().get("after").asText()).isEqualTo("another-1");
        }
    }

    @Test
    void aClientThatReadsNothingHarmsNoRecording() {
        Listener idle = Listener.idle();
        Talk talk = stage.call();
        stage.recordedSession();
        talk.assertBothAreHeard();
        talk.endByCaller();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
        idle.close();
    }

    @Test
    void thereIsRoomForAsManyClientsAsTheConfigurationSays() {
        List<Listener> clients =
                Stream.generate(EventsIT::listen).limit(CLIENTS).toList();
        HttpResponse<byte[]> refused = Rest.get(Rest.EVENTS);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Rest.json(refused).get("code").asText()).isEqualTo("too-many-listeners");
        clients.forEach(Listener::close);
        listen().close();
    }

    /** Comes again while there is no room: clients of other tests have gone, but the server may not have noticed yet. */
    private static Listener listen() {
        return Rest.await(EventsIT::tryToListen, Optional::isPresent).orElseThrow();
    }

    private static Optional<Listener> tryToListen() {
        try {
            return Optional.of(Listener.start());
        } catch (IllegalStateException refused) {
            return Optional.empty();
        }
    }

    @Test
    void onlyWhoCanListenIsTold() {
        HttpResponse<byte[]> json = Rest.get(Rest.EVENTS, "Accept", "application/json");
        assertThat(json.statusCode()).isEqualTo(406);
        assertThat(code(json)).isEqualTo("not-acceptable");
        HttpResponse<byte[]> posted = Rest.send(Rest.request(Rest.EVENTS).method("POST", BodyPublishers.noBody()));
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
        assertThat(code(posted)).isEqualTo("method-not-allowed");
    }

    private static String code(HttpResponse<byte[]> answer) {
        JsonNode problem = Rest.json(answer);
        return problem.get("code").asText();
    }
}
