package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;

/** What becomes of a recording that is to pause before it is active. */
class PausingEarlyTest {

    private final FakeRelay relay = new FakeRelay();
    private final Recorder recorder = new Recorder(relay, Recorder.ONE, Recorder.TWO);

    private CompletionStage<RecordingView> pause() {
        return recorder.service.pause(recorder.only().id());
    }

    private CompletionStage<RecordingView> resume() {
        return recorder.service.resume(recorder.only().id());
    }

    private FakeSrs.Dialog invited() {
        recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        return recorder.srs.first();
    }

    private void assertStartsSilent(FakeSrs.Dialog dialog) {
        dialog.accept();
        assertThat(relay.lastAnswer.media())
                .allMatch(line -> !relay.lastAnswer.directionOf(line).receives());
        assertThat(dialog.offers).isEmpty();
        relay.connecting.complete(null);
        assertThat(dialog.offers).singleElement().asString().contains("a=inactive");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSING);
        dialog.agree();
        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void nothingFlowsWhenTheServerAccepts() {
        FakeSrs.Dialog dialog = invited();
        assertThat(pause()).isCompletedWithValueMatching(view -> view.state() == RecordingState.STARTING);

        assertStartsSilent(dialog);
    }

    @Test
    void norWhenAnotherServerAccepts() {
        invited();
        pause();
        recorder.srs.first().refuse(503);
        recorder.told.clear();

        assertStartsSilent(recorder.srs.last());
    }

    @Test
    void norWhenTheCallIsStillBeingSetUp() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        recorder.service.start(new CallId("call-1"), Recorder.plan("default"));
        assertThat(pause()).isCompletedWithValueMatching(view -> view.state() == RecordingState.ARMED);
        recorder.calls.answered(call);
        relay.subscribing.complete(FakeRelay.offer());

        assertStartsSilent(recorder.srs.first());
    }

    @Test
    void norWhileTheRelayPreparesTheCopy() {
        recorder.answer("call-1");
        pause();
        relay.subscribing.complete(FakeRelay.offer());

        assertStartsSilent(recorder.srs.first());
    }

    @Test
    void aPauseThatIsTakenBackNeverWas() {
        FakeSrs.Dialog dialog = invited();
        pause();
        assertThat(resume()).isCompleted();
        dialog.accept();
        relay.connecting.complete(null);

        assertThat(relay.flows()).isTrue();
        assertThat(dialog.offers).isEmpty();
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
    }

    @Test
    void aPauseWhileTheRelayConnectsFollowsAtOnce() {
        FakeSrs.Dialog dialog = invited();
        dialog.accept();
        CompletionStage<RecordingView> pause = pause();
        assertThat(pause).isNotCompleted();
        relay.connecting.complete(null);
        relay.connecting.complete(null);
        dialog.agree();

        assertThat(pause).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void whatStartedSilentlyCanResume() {
        FakeSrs.Dialog dialog = invited();
        pause();
        dialog.accept();
        CompletionStage<RecordingView> resume = resume();
        assertThat(resume).isNotCompleted();
        relay.connecting.complete(null);
        dialog.agree();
        dialog.agree();
        relay.connecting.complete(null);

        assertThat(resume).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused", "RecordingResumed");
    }
}
