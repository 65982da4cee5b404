package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What becomes of a pause and a resumption when the opposite is wanted before they are done. */
class PausingOvertakenTest extends ActiveRecording {

    @Test
    void aResumptionThatComesQuicklyWaitsForTheEndOfThePause() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        CompletionStage<RecordingView> resume = resume();
        assertThat(dialog.offers).hasSize(1);

        dialog.agree();
        assertThat(pause).isCompleted();
        assertThat(dialog.offers).hasSize(2);
        dialog.agree();
        relay.connecting.complete(null);
        assertThat(resume).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
    }

    @Test
    void theLatestWishCounts() {
        CompletionStage<RecordingView> first = pause();
        CompletionStage<RecordingView> resume = resume();
        CompletionStage<RecordingView> last = pause();
        relay.connecting.complete(null);
        dialog.agree();

        assertThat(first).isCompleted();
        assertThat(last).isCompleted();
        assertRefused(resume, null);
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
        assertThat(dialog.offers).hasSize(1);
    }

    @Test
    void noMediaFlowWhenAPauseOvertakesAResumption() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        CompletionStage<RecordingView> pause = pause();
        assertThat(state()).isEqualTo(RecordingState.PAUSING);

        dialog.agree();
        assertThat(relay.flows()).isFalse();
        assertThat(dialog.offers.get(2)).contains("a=inactive");
        dialog.agree();
        assertThat(pause).isCompleted();
        assertRefused(resume, null);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void aServerThatRefusesAResumptionThatWasOvertakenHasNothingToBeTold() {
        paused();
        resume();
        CompletionStage<RecordingView> pause = pause();
        dialog.disagree(488);

        assertThat(pause).isCompleted();
        assertThat(dialog.offers).hasSize(2);
    }

    @Test
    void aResumptionThatWasOvertakenIsNotTriedAgain() {
        paused();
        resume();
        dialog.disagree(491);
        CompletionStage<RecordingView> pause = pause();
        recorder.time.pass(LONGEST_BACK_OFF);

        assertThat(pause).isCompleted();
        assertThat(dialog.offers).hasSize(2);
    }
}
