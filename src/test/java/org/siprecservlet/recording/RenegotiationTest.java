package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;

/** What becomes of the media when the server wants them otherwise within the session. */
class RenegotiationTest {

    private final FakeRelay relay = new FakeRelay();
    private final Recorder recorder = new Recorder(relay, Recorder.ONE);
    private AnsweredCall call;
    private FakeSrs.Dialog dialog;

    @BeforeEach
    void recordACall() {
        call = recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
    }

    @Test
    void anOfferIsAnsweredOnceTheRelayDoesWhatItSays() {
        dialog.offer(Sdp.body("inactive", 41000, 41002));
        assertThat(dialog.replies).isEmpty();

        relay.connecting.complete(null);

        assertThat(relay.lastAnswer.media()).extracting(line -> line.port()).containsExactly(41000, 41002);
        assertThat(dialog.replies).containsExactly(200);
        assertThat(dialog.descriptions.get(0))
                .contains("o=- 1 2 IN IP4", "a=label:1", "a=label:2", "a=inactive")
                .doesNotContain("a=sendonly", "a=recvonly");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
    }

    @Test
    void anOfferThatTheRelayCanNotMeetIsRefusedAndTheSessionGoesOn() {
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        relay.connecting.completeExceptionally(FakeRelay.failure(RelayException.Kind.UNUSABLE_DESCRIPTION));

        assertThat(dialog.replies).containsExactly(488);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void anOfferThatCanNotBeReadOrHasTooFewLinesIsRefused() {
        dialog.offer(Sdp.body("recvonly", 41000));
        dialog.offer(new Body("application/sdp", new byte[] {'x'}));
        dialog.offer(Body.NONE);

        assertThat(dialog.replies).containsExactly(488, 488, 488);
        assertThat(relay.asked).containsExactly("subscribe", "connect");
    }

    @Test
    @Requirement("UPD-05")
    void aSecondOfferHasToWaitForTheFirst() {
        dialog.offer(Sdp.body("inactive", 41000, 41002));
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        dialog.wantOffer();

        assertThat(dialog.replies).containsExactly(500, 500);
        assertThat(dialog.retryAfters).hasSize(2).allSatisfy(wait -> assertThat(wait)
                .isBetween(Duration.ZERO, Duration.ofSeconds(10)));
    }

    @Test
    @Requirement("UPD-05")
    void anOfferIsCrossedByTheAnswerThatIsBeingTaken() {
        dialog.wantOffer();
        dialog.answer(Sdp.body("recvonly", 42000, 42002));
        dialog.offer(Sdp.body("inactive", 41000, 41002));

        assertThat(dialog.replies).containsExactly(200, 491);
    }

    @Test
    void aStreamThatTheServerRemovesIsShownAsNotAccepted() {
        dialog.offer(Sdp.body("recvonly", 41000, 0));
        relay.connecting.complete(null);

        assertThat(recorder.only().streams())
                .extracting(RecordingView.Stream::accepted)
                .containsExactly(true, false);
    }

    @Test
    void aServerThatWantsAnOfferGetsItAndItsAnswerCounts() {
        dialog.wantOffer();
        assertThat(dialog.descriptions).singleElement().asString().contains("o=- 1 1 IN", "a=sendonly");

        dialog.answer(Sdp.body("recvonly", 42000, 42002));
        relay.connecting.complete(null);

        assertThat(relay.lastAnswer.media()).extracting(line -> line.port()).containsExactly(42000, 42002);
        assertThat(dialog.replies).containsExactly(200);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void anAnswerToThatWhichCanNotBeUsedChangesNothing() {
        dialog.wantOffer();
        dialog.answer(Body.NONE);

        assertThat(relay.asked).containsExactly("subscribe", "connect");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void aCallThatEndsMeanwhileRefusesTheOffer() {
        dialog.offer(Sdp.body("inactive", 41000, 41002));
        recorder.end(call);

        assertThat(dialog.replies).containsExactly(488);
        assertThat(dialog.sent).containsExactly("ACK", "BYE");
    }

    @Test
    void aServerThatAcknowledgesNothingIsLeft() {
        dialog.vanish();
        dialog.finishBye();

        assertThat(dialog.sent).containsExactly("ACK", "BYE");
        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPED);
    }

    @Test
    void attemptsThatNoLongerCountAreToldSo() {
        Recorder other = new Recorder(new FakeRelay().atOnce(), Recorder.ONE, Recorder.TWO);
        other.answer("call-2");
        FakeSrs.Dialog late = other.srs.first();
        other.time.pass(Recorder.ANSWER_TIMEOUT);
        late.offer(Sdp.body("recvonly", 1, 2));
        late.wantOffer();

        assertThat(late.replies).isEqualTo(List.of(481, 481));
    }
}
