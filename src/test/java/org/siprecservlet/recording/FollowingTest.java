package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.SessionDescription;

/** What becomes of an active recording when the sides of the call agree on its media anew. */
class FollowingTest extends ActiveRecording {

    private void change(SessionDescription lines) {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(lines));
        recorder.service.changed(call.id());
    }

    private void hold() {
        change(Sdp.of("inactive", 30000, 30002));
    }

    private void goOn() {
        change(Sdp.of("sendonly", 30000, 30002));
    }

    private void addALine() {
        change(Sdp.of("sendonly", 30000, 30002, 30004, 30006));
    }

    private void agreeToAll() {
        dialog.agree();
        relay.connecting.complete(null);
    }

    private String metadata() {
        String offer = dialog.offers.get(dialog.offers.size() - 1);
        return offer.substring(offer.indexOf("<?xml"));
    }

    @Test
    void theServerIsToldOfAHoldAndOfItsEnd() {
        hold();
        assertThat(dialog.offers)
                .singleElement()
                .asString()
                .contains("o=- 1 2 IN", "a=label:1", "a=inactive", "<datamode>complete</datamode>")
                .doesNotContain("a=sendonly");
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        agreeToAll();
        goOn();

        assertThat(dialog.offers.get(1)).contains("o=- 1 3 IN", "a=sendonly").doesNotContain("a=inactive");
        agreeToAll();
        assertThat(relay.flows()).isTrue();
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
    }

    @Test
    void aChangeThatIsNoneForTheServerIsNotTold() {
        goOn();

        assertThat(relay.asked).containsExactly("subscribe", "connect", "refresh");
        assertThat(dialog.offers).isEmpty();
    }

    @Test
    void theRelayDoesWhatTheServerAnswers() {
        hold();
        dialog.agree();
        assertThat(relay.lastAnswer.media()).extracting(line -> line.port()).containsExactly(43000, 43002);
        goOn();
        assertThat(dialog.offers).as("before the relay has done it").hasSize(1);

        relay.connecting.complete(null);
        assertThat(dialog.offers).hasSize(2);
    }

    @Test
    @Requirement({"EVT-12", "OFR-05"})
    void newLinesAreNewStreamsAndTheOthersStay() {
        List<RecordingView.Stream> before = recorder.only().streams();
        addALine();
        assertThat(recorder.only().streams()).hasSize(2);
        agreeToAll();

        List<RecordingView.Stream> after = recorder.only().streams();
        assertThat(after).hasSize(4).startsWith(before.toArray(RecordingView.Stream[]::new));
        assertThat(after).extracting(RecordingView.Stream::label).containsExactly("1", "2", "3", "4");
        assertThat(after).extracting(RecordingView.Stream::id).doesNotHaveDuplicates();
        assertThat(metadata())
                .contains(after.stream().map(RecordingView.Stream::id).toList());
        assertThat(recorder.service.lastMetadata(recorder.only().id()))
                .hasValueSatisfying(document ->
                        assertThat(metadata()).startsWith(new String(document, StandardCharsets.UTF_8).strip()));
    }

    @Test
    @Requirement("MDM-10")
    void recordingBeganWhenItDidWhateverChanges() {
        recorder.time.pass(LONGEST_BACK_OFF);
        hold();

        assertThat(metadata()).contains("<associate-time>" + recorder.only().createdAt() + "</associate-time>");
    }

    @Test
    @Requirement("ERR-15")
    void aRefusalLeavesTheRecordingAsItWas() {
        RecordingView before = recorder.only();
        addALine();
        dialog.disagree(488);

        assertThat(recorder.only().streams()).isEqualTo(before.streams());
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        relay.connecting.complete(null);
        assertThat(dialog.replies).containsExactly(200);
        pause();
        relay.connecting.complete(null);
        assertThat(Sdp.in(dialog.offers.get(1)).media()).hasSize(2);
    }

    @Test
    void anAnswerThatCanNotBeUsedIsARefusal() {
        addALine();
        dialog.agree(Sdp.body("recvonly", 1, 2));

        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.only().streams()).hasSize(2);
        assertThat(relay.flows()).isTrue();
    }

    @Test
    void whatCrossesAnOfferOfTheServerIsMadeAgain() {
        addALine();
        dialog.disagree(491);
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        relay.connecting.complete(null);
        assertThat(dialog.replies).containsExactly(200);

        assertThat(dialog.offers).hasSize(2);
        agreeToAll();
        assertThat(recorder.only().streams()).hasSize(4);
        assertThat(recorder.time.running()).isZero();
    }

    @Test
    void whatIsTold491WithoutAnOfferIsMadeAgainAfterAWhile() {
        hold();
        dialog.disagree(491);
        recorder.time.pass(LONGEST_BACK_OFF);

        assertThat(dialog.offers).hasSize(2);
        assertThat(Sdp.in(dialog.offers.get(1))).isEqualTo(Sdp.in(dialog.offers.get(0)));
    }

    @Test
    void aServerThatHasForgottenTheSessionIsLost() {
        hold();
        dialog.disagree(481);
        dialog.finishBye();

        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    void aServerThatDoesNotAnswerIsLost() {
        hold();
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        dialog.finishBye();

        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    void aRelayThatDoesNotTellLeavesTheRecordingAsItWas() {
        relay.refreshing = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.BROKEN));
        recorder.service.changed(call.id());

        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(dialog.offers).isEmpty();
    }

    @Test
    @Requirement({"HAV-06", "UPD-04"})
    void changesWhileTheServerIsBeingToldAreToldAfterwardsAtOnce() {
        hold();
        goOn();
        hold();
        addALine();
        assertThat(dialog.offers).hasSize(1);
        agreeToAll();

        assertThat(dialog.offers).hasSize(2);
        assertThat(Sdp.in(dialog.offers.get(1)).media()).hasSize(4);
        agreeToAll();
        assertThat(dialog.offers).hasSize(2);
    }

    @Test
    void aChangeThatIsUndoneWhileTheServerIsBeingToldIsToldToo() {
        relay.refreshing = new CompletableFuture<>();
        recorder.service.changed(call.id());
        CompletableFuture<CopyOffer> first = relay.refreshing;
        relay.refreshing = new CompletableFuture<>();
        recorder.service.changed(call.id());
        first.complete(FakeRelay.offer("inactive"));
        relay.refreshing.complete(FakeRelay.offer());
        agreeToAll();

        assertThat(dialog.offers).hasSize(2);
        assertThat(dialog.offers.get(1)).contains("a=sendonly");
    }

    @Test
    void aChangeDuringAnOfferOfTheServerIsToldAfterwards() {
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        hold();
        assertThat(dialog.offers).isEmpty();
        relay.connecting.complete(null);

        assertThat(dialog.offers).hasSize(1);
    }

    @Test
    void theServersOfferIsRefusedWhileItIsBeingTold() {
        hold();
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        dialog.wantOffer();

        assertThat(dialog.replies).containsExactly(491, 491);
    }

    @Test
    void aRecordingThatStartsMeanwhileIsBroughtUpToDate() {
        FakeRelay other = new FakeRelay();
        Recorder starting = new Recorder(other, Recorder.ONE);
        starting.answer("call-2");
        other.refreshing = CompletableFuture.completedFuture(FakeRelay.offer("inactive"));
        starting.service.changed(new CallId("call-2"));
        other.subscribing.complete(FakeRelay.offer());
        starting.srs.first().accept();
        assertThat(starting.srs.first().offers).isEmpty();
        other.connecting.complete(null);

        assertThat(starting.srs.first().offers).singleElement().asString().contains("a=inactive");
    }

    @Test
    void aCallThatEndsMeanwhileEndsTheRecording() {
        hold();
        recorder.end(call);
        dialog.disagree(487);
        dialog.finishBye();

        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
        assertThat(recorder.time.running()).isEqualTo(1);
    }

    @Test
    void aServerThatAnswersWithoutABodyHasRefused() {
        hold();
        dialog.agree(Body.NONE);

        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
    }
}
