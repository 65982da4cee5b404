package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.RelayException;

class SilenceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final FakeRelay relay = new FakeRelay();
    private final Recorder recorder = new Recorder(relay, LIMIT, Recorder.ONE);
    private AnsweredCall call;
    private FakeSrs.Dialog dialog;

    @BeforeEach
    void recordACall() {
        counts(0, 0);
        call = recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
    }

    private void counts(long callers, long callees) {
        relay.counting = CompletableFuture.completedFuture(List.of(
                CopyCount.copied("1", true, callers, callers * 172, 0),
                CopyCount.copied("2", true, callees, callees * 172, 0)));
    }

    private List<String> facts() {
        return recorder.facts();
    }

    @Test
    void tellsThatNothingWasEverCopied() {
        Instant active = recorder.time.instant();

        recorder.time.pass(LIMIT.minusMillis(1));
        assertThat(facts()).containsExactly("RecordingStarted");
        recorder.time.pass(Duration.ofMillis(1));

        assertThat(facts()).containsExactly("RecordingStarted", "RecordingSilent");
        assertThat(((RecordingSilent) recorder.told.get(1)).since()).isEqualTo(active);
        assertThat(recorder.only().silence()).contains(new RecordingView.Silence(active, ""));
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void tellsItOnceHoweverLongItLasts() {
        recorder.time.pass(LIMIT.multipliedBy(6));

        assertThat(facts()).containsExactly("RecordingStarted", "RecordingSilent");
    }

    @Test
    void tellsThatPacketsFlowAgainAndThatTheyStopAgain() {
        recorder.time.pass(LIMIT);
        counts(1, 0);
        recorder.time.pass(LOOK);
        assertThat(facts()).containsExactly("RecordingStarted", "RecordingSilent", "RecordingRecovered");
        assertThat(recorder.only().silence()).isEmpty();

        recorder.time.pass(LIMIT);
        assertThat(facts()).last().isEqualTo("RecordingSilent");
    }

    @Test
    void isContentWithOneStreamThatFlows() {
        for (int i = 1; i < 10; i++) {
            counts(0, i);
            recorder.time.pass(LOOK);
        }

        assertThat(facts()).containsExactly("RecordingStarted");
    }

    @Test
    void expectsNothingWhilePausedAndCountsAnewAfterwards() {
        var pause = recorder.service.pause(recorder.only().id());
        relay.connecting.complete(null);
        dialog.agree();
        assertThat(pause).isCompleted();
        recorder.time.pass(LIMIT.multipliedBy(3));
        assertThat(facts()).doesNotContain("RecordingSilent");

        recorder.service.resume(recorder.only().id());
        dialog.agree();
        relay.connecting.complete(null);
        recorder.time.pass(LIMIT.minusMillis(1));
        assertThat(facts()).doesNotContain("RecordingSilent");
        recorder.time.pass(LOOK.plusMillis(1));
        assertThat(facts()).last().isEqualTo("RecordingSilent");
    }

    @Test
    void expectsNothingOfACallThatIsHeld() {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer("inactive"));
        recorder.calls.changed(call.id());
        dialog.agree();
        relay.connecting.complete(null);

        recorder.time.pass(LIMIT.multipliedBy(3));

        assertThat(facts()).containsExactly("RecordingStarted");
    }

    @Test
    void expectsNothingWhenTheRelayHasNothingToSend() {
        relay.counting = CompletableFuture.completedFuture(List.of(CopyCount.received("1", false, 7, null)));

        recorder.time.pass(LIMIT.multipliedBy(3));

        assertThat(facts()).containsExactly("RecordingStarted");
    }

    @Test
    void takesARelayThatDoesNotKnowTheCallForSilentAndSaysWhatItSays() {
        relay.counting = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.UNKNOWN_CALL));

        recorder.time.pass(LIMIT);

        assertThat(recorder.only().silence()).map(RecordingView.Silence::detail).contains("the relay says no");
    }

    @Test
    void asksARelayThatDoesNotAnswerOnlyOnceAtATime() {
        relay.counting = new CompletableFuture<>();
        recorder.time.pass(LOOK);

        assertThat(recorder.time.running()).isZero();
        relay.counting.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));
        assertThat(recorder.time.running()).isEqualTo(1);
    }

    @Test
    void leavesNoTimerBehindWhenTheRecordingEnds() {
        relay.counting = new CompletableFuture<>();
        recorder.time.pass(LOOK);
        recorder.end(call);
        dialog.finishBye();
        relay.counting.complete(List.of());

        assertThat(recorder.time.running()).as("the history's").isEqualTo(1);
    }

    @Test
    void looksAtNothingWhenItIsSwitchedOff() {
        FakeRelay other = new FakeRelay().atOnce();
        Recorder without = new Recorder(other, Recorder.ONE);
        without.answer("call-2");
        without.srs.first().accept();

        assertThat(without.facts()).containsExactly("RecordingStarted");
        assertThat(without.time.running()).isZero();
    }

    @Test
    void showsWhatTheRelayCounts() {
        counts(3, 2);

        RecordingView counted = recorder.service
                .count(recorder.only().id())
                .toCompletableFuture()
                .join();

        assertThat(counted.counts("1")).contains(new RecordingView.Counts(CopyCount.Measure.COPIED, 3, 3L * 172, 0L));
        assertThat(counted.counts("2")).map(RecordingView.Counts::packets).contains(2L);
    }

    @Test
    void showsWhatWasCountedBeforeWhenTheRelayDoesNotTell() {
        counts(3, 2);
        recorder.service.count(recorder.only().id());
        relay.counting = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.BROKEN));

        RecordingView counted = recorder.service
                .count(recorder.only().id())
                .toCompletableFuture()
                .join();

        assertThat(counted.counts("1")).map(RecordingView.Counts::packets).contains(3L);
    }
}
