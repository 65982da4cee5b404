package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.SessionDescription;

/** What becomes of pauses and resumptions when the call changes too. */
class FollowingPausedTest extends ActiveRecording {

    private void change(SessionDescription lines) {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(lines));
        recorder.service.changed(call.id());
    }

    private void hold() {
        change(Sdp.of("inactive", 30000, 30002));
    }

    private void addALine() {
        change(Sdp.of("sendonly", 30000, 30002, 30004, 30006));
    }

    private SessionDescription offer(int number) {
        return Sdp.in(dialog.offers.get(number));
    }

    private void assertPausedByTheLastOffer(CompletionStage<RecordingView> pause) {
        assertThat(dialog.offers.get(dialog.offers.size() - 1))
                .contains("a=inactive")
                .doesNotContain("a=sendonly");
        dialog.agree();
        assertThat(pause).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void aHoldWhilePausedIsInTheOfferOfTheResumption() {
        paused();
        hold();
        assertThat(dialog.offers).hasSize(1);
        resume();

        assertThat(dialog.offers.get(1)).contains("a=inactive").doesNotContain("a=sendonly");
        dialog.agree();
        relay.connecting.complete(null);
        change(Sdp.of("sendonly", 30000, 30002));
        assertThat(dialog.offers.get(2)).contains("a=sendonly");
    }

    @Test
    void aHoldThatBeganAndEndedWhilePausedIsNotTold() {
        paused();
        hold();
        change(Sdp.of("sendonly", 30000, 30002));
        resume();

        assertThat(dialog.offers.get(1)).contains("a=sendonly").doesNotContain("a=inactive");
    }

    @Test
    void aLineAddedWhilePausedIsOfferedWithItsMetadataAtTheResumption() {
        paused();
        addALine();
        dialog.wantOffer();
        assertThat(Sdp.in(dialog.descriptions.get(0)).media()).as("until then").hasSize(2);
        dialog.answer(Sdp.body("inactive", 41000, 41002));
        resume();

        assertThat(offer(1).media()).hasSize(4);
        assertThat(dialog.offers.get(1)).contains("<label>4</label>");
        dialog.agree();
        relay.connecting.complete(null);
        assertThat(recorder.only().streams()).hasSize(4);
        assertThat(dialog.offers).hasSize(2);
    }

    @Test
    void aRefusedResumptionCanBeTriedAgainWithWhatTheServerKnows() {
        paused();
        addALine();
        CompletionStage<RecordingView> refused = resume();
        dialog.disagree(488);
        assertRefused(refused, 488);
        resume();

        assertThat(offer(2).media()).hasSize(2);
    }

    @Test
    void aHoldWhilePausingWaitsForThePauseAndIsNotLost() {
        CompletionStage<RecordingView> pause = pause();
        hold();
        relay.connecting.complete(null);
        hold();
        assertThat(dialog.offers).hasSize(1);
        assertPausedByTheLastOffer(pause);
        resume();

        assertThat(dialog.offers.get(1)).doesNotContain("a=sendonly");
    }

    @Test
    void aHoldWhileResumingIsToldOnceMediaFlow() {
        paused();
        resume();
        hold();
        dialog.agree();
        assertThat(dialog.offers).hasSize(2);
        relay.connecting.complete(null);

        assertThat(dialog.offers.get(2)).contains("a=inactive").doesNotContain("a=sendonly");
    }

    @Test
    void aPauseStopsTheMediaWhileTheServerIsStillBeingTold() {
        addALine();
        CompletionStage<RecordingView> pause = pause();
        assertThat(state()).isEqualTo(RecordingState.PAUSING);
        relay.connecting.complete(null);
        assertThat(relay.flows()).isFalse();
        assertThat(dialog.offers).as("two at a time").hasSize(1);
        dialog.agree();

        assertThat(offer(1).media()).hasSize(4);
        assertPausedByTheLastOffer(pause);
        assertThat(recorder.only().streams()).hasSize(4);
    }

    @Test
    void theServerMayAnswerBeforeTheRelayIsSilent() {
        addALine();
        CompletionStage<RecordingView> pause = pause();
        dialog.agree();
        relay.connecting.complete(null);

        assertThat(offer(1).media()).hasSize(4);
        assertPausedByTheLastOffer(pause);
    }

    @Test
    void aPauseComesTrueThoughTheServerRefusesTheChange() {
        addALine();
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.disagree(488);

        assertThat(offer(1).media()).hasSize(2);
        assertPausedByTheLastOffer(pause);
    }

    @Test
    void aPauseComesTrueThoughTheChangeCrossedAnOfferOfTheServer() {
        addALine();
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.disagree(491);
        assertThat(dialog.offers).hasSize(1);
        recorder.time.pass(LONGEST_BACK_OFF);
        assertThat(offer(1).media()).hasSize(2);
        assertPausedByTheLastOffer(pause);
        resume();

        assertThat(offer(2).media()).hasSize(4);
    }

    @Test
    void aPauseBetweenACrossingAndTheNextTryWaitsForNothing() {
        addALine();
        dialog.disagree(491);
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        recorder.time.pass(LONGEST_BACK_OFF);

        assertThat(dialog.offers).hasSize(2);
        assertPausedByTheLastOffer(pause);
    }

    @Test
    void aRelayThatCanNotBeSilencedRefusesThePauseAndTheChangeIsTold() {
        addALine();
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));
        assertRefused(pause, null);
        dialog.agree();
        relay.connecting.complete(null);

        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.only().streams()).hasSize(4);
    }

    @Test
    void aResumptionAfterSuchAPauseComesTrue() {
        hold();
        CompletionStage<RecordingView> pause = pause();
        CompletionStage<RecordingView> resume = resume();
        relay.connecting.complete(null);
        dialog.agree();
        dialog.agree();
        dialog.agree();
        relay.connecting.complete(null);

        assertThat(resume).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(pause).isDone();
    }
}
