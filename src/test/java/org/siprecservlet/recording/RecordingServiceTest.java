package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;

class RecordingServiceTest {

    private final Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE);

    private RecordingView recorded(String callId) {
        AnsweredCall call = recorder.answer(callId);
        recorder.srs.last().accept();
        recorder.end(call);
        recorder.srs.last().finishBye();
        recorder.time.pass(Duration.ofSeconds(1));
        return recorder.service.list().get(0);
    }

    @Test
    void listsTheNewestFirst() {
        recorded("call-1");
        recorded("call-2");
        recorder.answer("call-3");

        assertThat(recorder.service.list())
                .extracting(view -> view.callId().value())
                .containsExactly("call-3", "call-2", "call-1");
    }

    @Test
    void listsByStateAndByCall() {
        recorded("call-1");
        recorded("call-2");
        recorder.answer("call-3");

        assertThat(recorder.service.list(RecordingFilter.inState(RecordingState.STOPPED)))
                .hasSize(2);
        assertThat(recorder.service.list(RecordingFilter.ofCall("callee-of-call-2")
                        .and(RecordingFilter.inState(RecordingState.STOPPED))))
                .singleElement()
                .satisfies(view -> assertThat(view.callId().value()).isEqualTo("call-2"));
    }

    @Test
    void keepsWhatIsOverForAWhile() {
        RecordingView view = recorded("call-1");
        recorder.time.pass(Recorder.HISTORY_KEEP.minusSeconds(2));
        assertThat(recorder.service.find(view.id())).isPresent();
        assertThat(recorder.service.lastMetadata(view.id())).isPresent();

        recorder.time.pass(Duration.ofSeconds(2));
        assertThat(recorder.service.find(view.id())).isEmpty();
        assertThat(recorder.service.lastMetadata(view.id())).isEmpty();
        assertThat(recorder.time.running()).isZero();
    }

    @Test
    void keepsNoMoreOfWhatIsOverThanItMay() {
        for (int number = 1; number <= 5; number++) {
            recorded("call-" + number);
        }

        assertThat(recorder.service.list())
                .extracting(view -> view.callId().value())
                .containsExactly("call-5", "call-4", "call-3");
    }

    @Test
    void keepsEachForItsOwnTime() {
        recorded("call-1");
        recorder.time.pass(Recorder.HISTORY_KEEP.dividedBy(2));
        recorded("call-2");
        recorder.time.pass(Recorder.HISTORY_KEEP.dividedBy(2));

        assertThat(recorder.only().callId().value()).isEqualTo("call-2");
        recorder.time.pass(Recorder.HISTORY_KEEP);
        assertThat(recorder.service.list()).isEmpty();
    }

    @Test
    void stopsARecordingWithoutTheCall() {
        recorder.answer("call-1");
        recorder.srs.first().accept();
        CompletionStage<RecordingView> stop =
                recorder.service.stop(recorder.only().id());
        assertThat(stop).isNotCompleted();
        recorder.srs.first().finishBye();

        assertThat(stop).isCompletedWithValueMatching(view -> view.state() == RecordingState.STOPPED);
        assertThat(recorder.srs.first().sent).containsExactly("ACK", "BYE");
        assertThat(recorder.only().reason()).contains(EndReason.STOP_REQUESTED);
    }

    @Test
    void doesNothingWhenAskedToStopWhatIsOverOrUnknown() {
        RecordingView view = recorded("call-1");

        assertThat(recorder.service.stop(view.id())).isCompletedWithValueMatching(it -> it.state() == view.state());
        assertThat(Recorder.refusal(recorder.service.stop(new RecordingId("other")))
                        .reason())
                .isEqualTo(RecordingRefused.Reason.UNKNOWN_RECORDING);
        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
    }

    @Test
    void recordsACallSeveralTimesOver() throws RecordingRefused {
        AnsweredCall call = recorder.answer("call-1");
        recorder.service.start(call.id(), Recorder.plan("second"));
        recorder.srs.dialogs.forEach(FakeSrs.Dialog::accept);
        recorder.srs.first().hangUp();
        assertThat(recorder.service.list())
                .extracting(RecordingView::state)
                .containsExactlyInAnyOrder(RecordingState.STOPPED, RecordingState.ACTIVE);

        recorder.end(call);
        assertThat(recorder.srs.first().sent).containsExactly("ACK");
        assertThat(recorder.srs.last().sent).containsExactly("ACK", "BYE");
    }

    @Test
    void recordsNothingWithoutServers() {
        Recorder none = new Recorder(new FakeRelay().atOnce());
        none.answer("call-1");

        assertThat(none.service.list()).isEmpty();
        assertThat(none.relay.asked).isEmpty();
    }

    @Test
    void endsAllRecordingsWhenTheApplicationGoesDown() {
        recorder.answer("call-1");
        recorder.answer("call-2");
        recorder.srs.first().accept();
        recorder.service.shutdown();

        assertThat(recorder.srs.first().sent).containsExactly("ACK", "BYE");
        assertThat(recorder.srs.last().sent).containsExactly("CANCEL");
        assertThat(recorder.service.list())
                .allMatch(view -> view.state().isFinal())
                .allMatch(view -> view.reason().orElseThrow() == EndReason.SHUTDOWN);
    }

    @Test
    void startsNothingWhileTheApplicationGoesDown() {
        recorder.service.shutdown();
        recorder.answer("call-1");

        assertThat(recorder.service.list()).isEmpty();
    }

    @Test
    void endsRecordingsEvenWhenTheThreadsAreGone() {
        Recorder threadless = new Recorder(
                new FakeRelay().atOnce(),
                task -> {
                    throw new RejectedExecutionException();
                },
                Recorder.ONE);
        AnsweredCall call = threadless.answer("call-1");
        threadless.srs.first().accept();
        threadless.end(call);

        assertThat(threadless.srs.first().sent).containsExactly("ACK", "BYE");
    }

    @Test
    void doesNotLetAFaultOfARuleReachTheCall() {
        CallRecorder broken = new CallRecorder(
                call -> {
                    throw new IllegalStateException("a bug");
                },
                recorder.service);

        assertThatCode(() -> broken.answered(recorder.call("call-1"))).doesNotThrowAnyException();
    }

    @Test
    @Requirement("RTP-18")
    void returnsAtOnceWhateverTheExecutorIsDoing() throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<Runnable> work = new CompletableFuture<>();
        Recorder lazy = new Recorder(new FakeRelay().atOnce(), work::complete, Recorder.ONE);
        AnsweredCall call = lazy.answer("call-1");
        lazy.end(call);
        assertThat(lazy.relay.asked).isEmpty();
        work.get(1, TimeUnit.SECONDS).run();

        assertThat(lazy.facts()).containsExactly("RecordingFailed");
    }
}
