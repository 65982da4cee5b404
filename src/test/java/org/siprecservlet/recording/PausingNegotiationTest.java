package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

/** What a pause and the offers that the server makes have to do with each other. */
class PausingNegotiationTest extends ActiveRecording {

    @Test
    @Requirement("ERR-13")
    void anOfferThatCrossesOneOfTheServerIsMadeAgainAfterAWhile() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.disagree(491);
        recorder.time.pass(Duration.ofMillis(2099));
        assertThat(dialog.offers).hasSize(1);
        assertThat(pause).isNotCompleted();

        recorder.time.pass(LONGEST_BACK_OFF.minusMillis(2099));
        assertThat(dialog.offers).hasSize(2);
        assertThat(dialog.offers.get(1)).isEqualTo(dialog.offers.get(0));
        dialog.agree();
        assertThat(pause).isCompleted();
    }

    @Test
    void theServersOfferIsTakenWhileOursWaitsToBeMadeAgain() {
        pause();
        relay.connecting.complete(null);
        dialog.disagree(491);
        dialog.offer(Sdp.body("recvonly", 41000, 41002));

        assertThat(dialog.replies).containsExactly(200);
        assertThat(dialog.descriptions.get(0)).contains("a=inactive").doesNotContain("a=sendonly");
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void anOfferThatAlwaysCrossesIsGivenUp() {
        paused();
        CompletionStage<RecordingView> resume = resume();
        for (int time = 1; time < SrsSession.MOST_CROSSINGS; time++) {
            dialog.disagree(491);
            assertThat(resume).isNotCompleted();
            recorder.time.pass(LONGEST_BACK_OFF);
        }
        dialog.disagree(491);

        assertRefused(resume, 491);
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    void theServersOfferHasToWaitForOurs() {
        pause();
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        relay.connecting.complete(null);
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        dialog.wantOffer();

        assertThat(dialog.replies).containsExactly(491, 491, 491);
    }

    @Test
    void aPauseWaitsUntilTheServersOfferIsAnswered() {
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        CompletionStage<RecordingView> pause = pause();
        assertThat(dialog.offers).isEmpty();

        relay.connecting.complete(null);
        assertThat(dialog.replies).containsExactly(200);
        relay.connecting.complete(null);
        dialog.agree();
        assertThat(pause).isCompleted();
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void anOfferOfTheServerDoesNotEndThePause() {
        paused();
        dialog.offer(Sdp.body("recvonly", 41000, 41002));

        assertThat(dialog.replies).containsExactly(200);
        assertThat(dialog.descriptions.get(0)).contains("a=inactive").doesNotContain("a=sendonly");
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void aServerThatWantsAnOfferWhilePausedGetsAnInactiveOne() {
        paused();
        dialog.wantOffer();
        dialog.answer(Sdp.body("inactive", 41000, 41002));

        assertThat(dialog.descriptions.get(0)).contains("a=inactive").doesNotContain("a=sendonly");
        assertThat(relay.flows()).isFalse();
    }
}
