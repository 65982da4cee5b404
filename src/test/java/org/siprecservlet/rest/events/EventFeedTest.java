package org.siprecservlet.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.recording.RecordingStarted;
import org.siprecservlet.recording.RecordingViews;
import org.siprecservlet.rest.JsonProvider;

class EventFeedTest {

    private static final Instant AT = Instant.parse("2030-01-02T03:04:06.500Z");

    private final Deque<Runnable> timers = new ArrayDeque<>();

    /** Two clients, three events kept, two waiting. */
    private final EventFeed feed = new EventFeed(new EventSettings(
            2,
            3,
            Duration.ofMinutes(10),
            2,
            "run",
            (delay, task) -> {
                timers.add(task);
                return () -> {};
            },
            Runnable::run));

    @Test
    void tellsWhatHappenedWithNameAndTimeAndRecording() throws Exception {
        Listener listener = feed.listen(null).orElseThrow();
        happens("r1");
        FeedEvent event = listener.next(0).orElseThrow();

        assertThat(event.id()).isEqualTo("run-1");
        assertThat(event.name()).isEqualTo("recording.started");
        JsonNode data = JsonProvider.mapper().readTree(event.data());
        assertThat(data.fieldNames()).toIterable().containsExactly("id", "event", "timestamp", "recording");
        assertThat(data.get("timestamp").asText()).isEqualTo("2030-01-02T03:04:06.500Z");
        assertThat(data.get("recording").get("id").asText()).isEqualTo("r1");
    }

    @Test
    void hasANameForEveryFactThatTheDocumentationExplains() throws IOException {
        String documentation = Files.readString(Path.of("docs/rest.md"));

        assertThat(RecordingNotice.class.getPermittedSubclasses())
                .hasSize(10)
                .extracting(fact -> EventJson.name(fact.asSubclass(RecordingNotice.class)))
                .contains("recording.failed_over")
                .allMatch(name -> documentation.contains("| `" + name + "` |"));
    }

    @Test
    void writesAnEventAsLines() {
        assertThat(new String(new FeedEvent("run-1", "name", Map::of).octets(), StandardCharsets.UTF_8))
                .isEqualTo("id: run-1\nevent: name\ndata: {}\n\n");
        assertThat(new String(new FeedEvent("", "name", Map::of).octets(), StandardCharsets.UTF_8))
                .isEqualTo("event: name\ndata: {}\n\n");
    }

    @Test
    void tellsANewClientNothingOfThePast() throws Exception {
        happens("r1");

        assertThat(idsFor(null)).isEmpty();
    }

    @Test
    void tellsAClientThatComesAgainWhatItHasMissed() throws Exception {
        happens("r1", "r2", "r3");

        assertThat(idsFor("run-1")).containsExactly("run-2", "run-3");
    }

    @Test
    void tellsAClientThatHasMissedNothingNothing() throws Exception {
        assertThat(idsFor("run-0")).isEmpty();
        happens("r1");

        assertThat(idsFor("run-1")).isEmpty();
    }

    @Test
    void goesOnFromTheEventBeforeTheOldestThatIsKept() throws Exception {
        happens("r1", "r2", "r3", "r4");

        assertThat(idsFor("run-1")).containsExactly("run-2", "run-3", "run-4");
    }

    @Test
    void saysWhenEventsAreLost() throws Exception {
        happens("r1", "r2", "r3", "r4", "r5");
        Listener listener = feed.listen("run-1").orElseThrow();
        FeedEvent first = listener.next(0).orElseThrow();

        assertThat(first.name()).isEqualTo("events.lost");
        assertThat(JsonProvider.mapper().readTree(first.data()).get("after").asText())
                .isEqualTo("run-1");
        assertThat(drain(listener)).containsExactly("run-3", "run-4", "run-5");
    }

    @Test
    void forgetsWhatIsOlderThanTheRecordingsThatCanBeSeen() throws Exception {
        happens("r1");
        timers.remove().run();
        happens("r2");
        assertThat(idsFor("run-0")).as("not yet").containsExactly("run-1", "run-2");
        timers.remove().run();
        assertThat(idsFor("run-0")).as("the first is lost").containsExactly("", "run-2");
        timers.remove().run();

        assertThat(idsFor("run-2")).as("nothing was missed").isEmpty();
        assertThat(timers).as("nothing is left to be forgotten").isEmpty();
    }

    @Test
    void takesAnIdOfAnotherRunForLost() throws Exception {
        happens("r1");

        assertThat(idsFor("before-77")).containsExactly("", "run-1");
    }

    @Test
    void sendsAClientAwayThatDoesNotKeepUpAndNoOther() throws Exception {
        Listener slow = feed.listen(null).orElseThrow();
        Listener quick = feed.listen(null).orElseThrow();
        List<String> heard = new ArrayList<>();
        for (String id : List.of("r1", "r2", "r3")) {
            happens(id);
            heard.addAll(drain(quick));
        }

        assertThat(slow.isClosed()).isTrue();
        assertThat(slow.next(0)).isEmpty();
        assertThat(heard).containsExactly("run-1", "run-2", "run-3");
    }

    @Test
    void givesAClientThatComesAgainRoomForWhatItHasMissed() throws Exception {
        happens("r1", "r2", "r3");
        Listener listener = feed.listen("run-0").orElseThrow();
        happens("r4", "r5");

        assertThat(drain(listener)).hasSize(5);
    }

    @Test
    void takesNoMoreClientsThanItMay() {
        feed.listen(null);
        Listener second = feed.listen(null).orElseThrow();

        assertThat(feed.listen(null)).isEmpty();
        feed.leave(second);
        assertThat(feed.listen(null)).isPresent();
    }

    @Test
    void looksAtItsClientsWhenThereIsNoRoom() throws Exception {
        Listener first = feed.listen(null).orElseThrow();
        feed.listen(null);
        feed.listen(null);

        assertThat(first.next(60)).isEmpty();
        assertThat(first.isClosed()).isFalse();
    }

    @Test
    void sendsEverybodyAwayAtTheEnd() throws Exception {
        Listener listener = feed.listen(null).orElseThrow();
        feed.close();

        assertThat(listener.next(60)).isEmpty();
        assertThat(feed.listen(null)).isEmpty();
    }

    private void happens(String... recordings) {
        for (String id : recordings) {
            feed.happened(new RecordingStarted(RecordingViews.active(id, "call"), AT));
        }
    }

    private List<String> idsFor(String last) throws InterruptedException {
        Listener listener = feed.listen(last).orElseThrow();
        List<String> ids = drain(listener);
        feed.leave(listener);
        return ids;
    }

    private static List<String> drain(Listener listener) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Optional<FeedEvent> next = listener.next(0); next.isPresent(); next = listener.next(0)) {
            ids.add(next.get().id());
        }
        return ids;
    }
}
