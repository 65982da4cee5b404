package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;

/** Recordings that are asked for by hand: of a call that is being set up, and of one that is answered. */
class ArmingTest {

    private static final CallId CALL = new CallId("call-1");

    /** No rule has anything recorded. */
    private final Recorder recorder = new Recorder(new FakeRelay().atOnce());

    private RecordingView start(String instance) throws RecordingRefused {
        return recorder.service.start(CALL, Recorder.plan(instance));
    }

    private RecordingRefused.Reason refusedToStart(String instance) {
        return catchThrowableOfType(RecordingRefused.class, () -> start(instance))
                .reason();
    }

    private RecordingView now(RecordingView view) {
        return recorder.service.find(view.id()).orElseThrow();
    }

    @Test
    void anAnsweredCallIsRecordedAtOnce() throws RecordingRefused {
        recorder.answer("call-1");
        RecordingView started = start("default");

        assertThat(started.state()).isEqualTo(RecordingState.STARTING);
        assertThat(started.calleeCallId()).contains("callee-of-call-1");
        assertThat(recorder.srs.dialogs).hasSize(1);
    }

    @Test
    void aCallThatIsBeingSetUpIsRecordedFromItsAnswerOn() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        RecordingView armed = start("default");
        assertThat(armed.state()).isEqualTo(RecordingState.ARMED);
        assertThat(armed.calleeCallId()).isEmpty();
        assertThat(recorder.service.list(RecordingFilter.inState(RecordingState.ARMED)))
                .extracting(RecordingView::id)
                .containsExactly(armed.id());
        assertThat(recorder.relay.asked).isEmpty();

        recorder.calls.answered(call);
        recorder.srs.first().accept();

        assertThat(now(armed).state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(now(armed).calleeCallId()).contains("callee-of-call-1");
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
    }

    @Test
    void aCallThatIsNeverAnsweredWasNotRecorded() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        RecordingView armed = start("default");
        recorder.end(call);

        assertThat(now(armed).state()).isEqualTo(RecordingState.FAILED);
        assertThat(now(armed).reason()).contains(EndReason.CALL_NOT_ANSWERED);
        assertThat(recorder.facts()).containsExactly("RecordingFailed");
        assertThat(recorder.relay.asked).isEmpty();
    }

    @Test
    void whatIsArmedCanBeStopped() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        RecordingView armed = start("default");

        assertThat(recorder.service.stop(armed.id()))
                .isCompletedWithValueMatching(view -> view.state() == RecordingState.FAILED);
        recorder.calls.answered(call);
        assertThat(recorder.relay.asked).isEmpty();
        assertThat(now(armed).reason()).contains(EndReason.STOP_REQUESTED);
    }

    @Test
    void whatIsArmedEndsWithTheApplication() throws RecordingRefused {
        recorder.arrive("call-1");
        RecordingView armed = start("default");
        recorder.service.shutdown();

        assertThat(now(armed).reason()).contains(EndReason.SHUTDOWN);
        assertThat(refusedToStart("other")).isEqualTo(RecordingRefused.Reason.SHUTTING_DOWN);
    }

    @Test
    void onlyLivingCallsAreRecorded() {
        assertThat(refusedToStart("default")).isEqualTo(RecordingRefused.Reason.UNKNOWN_CALL);

        recorder.end(recorder.answer("call-1"));
        assertThat(refusedToStart("default")).isEqualTo(RecordingRefused.Reason.UNKNOWN_CALL);
    }

    @Test
    void anInstanceIsUsedOnceAtATime() throws RecordingRefused {
        recorder.answer("call-1");
        RecordingView first = start("default");
        assertThat(refusedToStart("default")).isEqualTo(RecordingRefused.Reason.INSTANCE_IN_USE);

        recorder.srs.first().accept();
        recorder.service.stop(first.id());
        assertThat(refusedToStart("default")).isEqualTo(RecordingRefused.Reason.INSTANCE_IN_USE);

        recorder.srs.first().finishBye();
        RecordingView second = start("default");
        assertThat(recorder.service.find(CALL, "default").map(RecordingView::id))
                .contains(second.id());
        assertThat(now(first).state()).isEqualTo(RecordingState.STOPPED);
    }

    @Test
    void aStopLetsTheInstanceStartAgainAsSoonAsItIsDone() throws RecordingRefused {
        recorder.answer("call-1");
        RecordingView first = start("default");
        recorder.srs.first().accept();
        var again = recorder.service.stop(first.id()).thenApply(stopped -> {
            try {
                return start("default");
            } catch (RecordingRefused e) {
                throw new AssertionError(e);
            }
        });
        recorder.srs.first().finishBye();

        assertThat(again).isCompletedWithValueMatching(view -> !view.id().equals(first.id()));
    }

    @Test
    void aRuleDoesNotRecordAsAnInstanceThatIsArmed() throws RecordingRefused {
        Recorder ruled = new Recorder(new FakeRelay().atOnce(), Recorder.ONE);
        AnsweredCall call = ruled.arrive("call-1");
        RecordingId armed = ruled.service.start(CALL, Recorder.plan("default")).id();
        ruled.calls.answered(call);

        assertThat(ruled.only().id()).isEqualTo(armed);
        assertThat(ruled.srs.dialogs).hasSize(1);
    }

    @Test
    void allInstancesAreStartedAndEndedWithTheCall() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        List<RecordingView> armed = List.of(start("one"), start("two"));
        recorder.calls.answered(call);
        recorder.srs.dialogs.forEach(FakeSrs.Dialog::accept);
        assertThat(armed).extracting(view -> now(view).state()).containsOnly(RecordingState.ACTIVE);

        recorder.end(call);
        recorder.srs.dialogs.forEach(FakeSrs.Dialog::finishBye);
        assertThat(armed).extracting(view -> now(view).reason().orElseThrow()).containsOnly(EndReason.CALL_ENDED);
    }

    @Test
    void showsTheCallsThatLive() {
        AnsweredCall call = recorder.arrive("call-1");
        assertThat(recorder.service.call(CALL)).hasValueSatisfying(view -> {
            assertThat(view.state()).isEqualTo(CallView.State.RINGING);
            assertThat(view.incoming()).isSameAs(call.incoming());
            assertThat(view.answered()).isEmpty();
        });

        recorder.calls.answered(call);
        assertThat(recorder.service.calls()).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo(CallView.State.ANSWERED);
            assertThat(view.answered()).containsSame(call);
        });

        recorder.end(call);
        assertThat(recorder.service.calls()).isEmpty();
        assertThat(recorder.service.call(CALL)).isEmpty();
    }

    /** The recording's own thread is busy all the time, so every order of what others do is possible. */
    @Test
    void theAnswerIsNotLostHoweverLateTheRecordingHearsOfIt() throws RecordingRefused {
        Queue<Runnable> work = new ArrayDeque<>();
        Recorder slow = new Recorder(new FakeRelay().atOnce(), work::add);
        AnsweredCall call = slow.arrive("call-1");
        slow.service.start(CALL, Recorder.plan("early"));
        slow.calls.answered(call);
        slow.service.start(CALL, Recorder.plan("late"));
        while (!work.isEmpty()) {
            work.poll().run();
        }
        assertThat(slow.srs.dialogs).hasSize(2);

        slow.end(call);
        while (!work.isEmpty()) {
            work.poll().run();
        }
        assertThat(slow.srs.dialogs).allMatch(dialog -> dialog.sent.equals(List.of("CANCEL")));
    }
}
