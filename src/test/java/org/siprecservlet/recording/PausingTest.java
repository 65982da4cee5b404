package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;

/** What becomes of an active recording when somebody wants it to pause and to go on. */
class PausingTest extends ActiveRecording {

    @Test
    @Requirement({"PAU-01", "PAU-05"})
    void theMediaStopBeforeTheServerIsTold() {
        CompletionStage<RecordingView> pause = pause();
        assertThat(state()).isEqualTo(RecordingState.PAUSING);
        assertThat(relay.lastAnswer.media())
                .allMatch(line -> !relay.lastAnswer.directionOf(line).receives());
        assertThat(dialog.offers).isEmpty();

        relay.connecting.complete(null);
        assertThat(dialog.offers)
                .singleElement()
                .asString()
                .contains("o=- 1 2 IN", "a=label:1", "a=label:2", "a=inactive")
                .doesNotContain("a=sendonly");
        assertThat(pause).isNotCompleted();

        dialog.agree();
        assertThat(pause).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void theServerAgreesBeforeTheMediaFlowAgain() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        assertThat(state()).isEqualTo(RecordingState.RESUMING);
        assertThat(dialog.offers.get(1)).contains("o=- 1 3 IN", "a=sendonly").doesNotContain("a=inactive");
        assertThat(relay.flows()).isFalse();

        dialog.agree(Sdp.body("recvonly", 45000, 45002));
        assertThat(relay.lastAnswer.media()).extracting(line -> line.port()).containsExactly(45000, 45002);
        assertThat(resume).isNotCompleted();

        relay.connecting.complete(null);
        assertThat(relay.flows()).isTrue();
        assertThat(resume).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused", "RecordingResumed");
    }

    @Test
    @Requirement("PAU-11")
    void pausingWhatIsPausedAndResumingWhatIsActiveIsDoneAtOnce() {
        assertThat(resume()).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        CompletionStage<RecordingView> first = pause();
        CompletionStage<RecordingView> second = pause();
        relay.connecting.complete(null);
        dialog.agree();

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(pause()).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(dialog.offers).hasSize(1);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void aServerThatRefusesAPauseGetsNoMediaAllTheSame() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.disagree(488);

        assertThat(pause).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void aServerThatRefusesToResumeLeavesItPaused() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        dialog.disagree(488);

        assertRefused(resume, 488);
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void whoIsToldThatItCanNotResumeSeesItPaused() {
        paused();
        CompletionStage<RecordingState> seen = resume().handle((resumed, refusal) -> state());
        dialog.disagree(488);

        assertThat(seen).isCompletedWithValue(RecordingState.PAUSED);
    }

    @Test
    void itCanBeTriedAgainToResume() {
        paused();
        resume();
        dialog.disagree(500);
        CompletionStage<RecordingView> again = resume();
        dialog.agree();
        relay.connecting.complete(null);

        assertThat(again).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
    }

    @Test
    void aServerWhoseAnswerCanNotBeUsedHasNotAgreedToResume() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        dialog.agree(Body.NONE);

        assertRefused(resume, null);
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    @Requirement("ERR-16")
    void aServerThatDoesNotKnowTheSessionAnyMoreIsLost() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.disagree(481);

        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
        assertThat(dialog.sent).containsExactly("ACK", "BYE");
        assertThat(Recorder.refusal(pause).reason()).isEqualTo(RecordingRefused.Reason.ALREADY_OVER);
        dialog.finishBye();
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
    }

    @Test
    void aServerThatNeverAnswersIsLost() {
        pause();
        relay.connecting.complete(null);
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
        assertThat(dialog.sent).containsExactly("ACK", "BYE");
    }

    @Test
    void aRelayThatCanNotBeSilencedLeavesItActive() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));

        assertRefused(pause, null);
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(dialog.offers).isEmpty();
    }

    @Test
    void aRelayThatCanNotSendAgainLeavesItPaused() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        dialog.agree();
        relay.connecting.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));

        assertRefused(resume, null);
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    void aStopWhilePausingEndsItAtOnce() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        CompletionStage<RecordingView> stop =
                recorder.service.stop(recorder.only().id());
        assertThat(dialog.sent).containsExactly("ACK", "BYE");
        assertThat(Recorder.refusal(pause).reason()).isEqualTo(RecordingRefused.Reason.ALREADY_OVER);

        dialog.disagree(487);
        dialog.finishBye();
        assertThat(stop).isCompletedWithValueMatching(view -> view.state() == RecordingState.STOPPED);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
    }

    @Test
    void aStopWhileResumingEndsItAtOnce() {
        paused();
        resume();
        recorder.service.stop(recorder.only().id());
        dialog.agree();
        dialog.finishBye();

        assertThat(relay.flows()).isFalse();
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused", "RecordingStopped");
    }

    @Test
    void aCallThatEndsWhilePausingEndsTheRecording() {
        pause();
        recorder.end(call);
        relay.connecting.complete(null);
        dialog.finishBye();

        assertThat(dialog.offers).isEmpty();
        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
        assertThat(recorder.time.running()).isEqualTo(1);
    }

    @Test
    void whatIsOverCanNotBePaused() {
        recorder.end(call);
        assertThat(Recorder.refusal(pause()).reason()).isEqualTo(RecordingRefused.Reason.ALREADY_OVER);

        dialog.finishBye();
        assertThat(Recorder.refusal(resume()).reason()).isEqualTo(RecordingRefused.Reason.ALREADY_OVER);
        assertThat(Recorder.refusal(recorder.service.pause(new RecordingId("unknown")))
                        .reason())
                .isEqualTo(RecordingRefused.Reason.UNKNOWN_RECORDING);
    }

    @Test
    void isPausedByCallAndInstanceToo() {
        recorder.service.pause(call.id(), "default");
        assertThat(state()).isEqualTo(RecordingState.PAUSING);

        assertThat(Recorder.refusal(recorder.service.pause(call.id(), "other")).reason())
                .isEqualTo(RecordingRefused.Reason.UNKNOWN_RECORDING);
    }
}
