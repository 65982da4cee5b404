package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.body.MalformedBodyException;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.testkit.metadata.MetadataChecker;

/** What becomes of the recording of one call. */
class RecordingTest {

    private final Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE, Recorder.TWO);

    @Test
    void recordsACallFromItsAnswerToItsEnd() {
        AnsweredCall call = recorder.answer("call-1");
        FakeSrs.Dialog dialog = recorder.srs.first();
        dialog.ring();
        dialog.accept();
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);

        recorder.time.pass(Duration.ofSeconds(10));
        recorder.end(call);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPING);
        dialog.finishBye();

        assertThat(dialog.sent).containsExactly("ACK", "BYE");
        assertThat(recorder.relay.asked).containsExactly("subscribe", "connect", "unsubscribe");
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPED);
        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
    }

    @Test
    void namesTheCallAtTheRelayAsTheB2buaDoes() {
        recorder.answer("call-1");

        assertThat(recorder.relay.copies)
                .singleElement()
                .satisfies(copy -> assertThat(copy.call().value()).isEqualTo("call-1#1"));
    }

    @Test
    void invitesWithTheOfferAndMetadataWithoutFault() throws MalformedBodyException {
        recorder.answer("call-1");

        Multipart body = Multipart.parse(recorder.srs.first().body);
        assertThat(body.parts())
                .extracting(part -> part.body().contentType())
                .containsExactly("application/sdp", "application/rs-metadata+xml");
        byte[] document = body.parts().get(1).body().bytes();
        assertThat(MetadataChecker.check(document, Set.of("1", "2"), List.of(), recorder.time.instant()))
                .isEmpty();
        assertThat(recorder.service.lastMetadata(recorder.only().id())).contains(document);
    }

    @Test
    void tellsTheRecorderOfTheCallerFirst() {
        recorder.answer("call-1");

        RecordingView view = recorder.only();
        String document = metadata();
        assertThat(document)
                .containsSubsequence(
                        "callId",
                        "call-1",
                        "sip:alice@example.com",
                        "Alice &amp; &lt;Co>",
                        "sip:bob@example.net",
                        "<name>bob</name>",
                        "<label>1</label>",
                        "<label>2</label>");
        assertThat(view.streams())
                .extracting(RecordingView.Stream::participantId)
                .containsExactly(
                        view.participants().get(0).id(),
                        view.participants().get(1).id());
    }

    private String metadata() {
        return new String(recorder.service.lastMetadata(recorder.only().id()).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void showsWhichStreamsTheServerTakes() {
        recorder.answer("call-1");
        recorder.srs.first().accept(Sdp.body("recvonly", 40000, 0));

        assertThat(recorder.only().streams())
                .extracting(RecordingView.Stream::accepted)
                .containsExactly(true, false);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void takesAnAnswerThatIsPartOfAMultipart() {
        recorder.answer("call-1");
        Body metadata = new Body("application/rs-metadata+xml", "<x/>".getBytes(StandardCharsets.US_ASCII));
        recorder.srs
                .first()
                .accept(Multipart.recordingSession(Sdp.body("recvonly", 1, 2), metadata, () -> "boundary-1"));

        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void takesAnAnswerThatComesWithinTheSendingOfTheInvite() {
        recorder.srs.atOnce = FakeSrs.Dialog::accept;
        recorder.answer("call-1");

        assertThat(recorder.srs.first().sent).containsExactly("ACK");
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
        assertThat(recorder.time.running()).isZero();
    }

    @Test
    void endsADialogWhoseAnswerHasAnotherNumberOfLines() {
        recorder.answer("call-1");
        recorder.srs.first().accept(Sdp.body("recvonly", 40000));
        recorder.srs.first().finishBye();

        assertThat(recorder.srs.first().sent).containsExactly("ACK", "BYE");
        assertFailedFor(EndReason.SRS_ANSWER_UNUSABLE);
    }

    @Test
    void endsADialogThatWasAcceptedWithoutABody() {
        recorder.answer("call-1");
        recorder.srs.first().accept(Body.NONE);
        recorder.srs.first().finishBye();

        assertThat(recorder.srs.first().sent).containsExactly("ACK", "BYE");
        assertFailedFor(EndReason.SRS_ANSWER_UNUSABLE);
    }

    @Test
    void endsADialogWhoseAnswerIsNoSdpAtAll() {
        recorder.answer("call-1");
        recorder.srs.first().accept(new Body("application/sdp", new byte[] {1, 2, 3}));

        assertThat(recorder.srs.first().sent).containsExactly("ACK", "BYE");
    }

    @Test
    void cancelsWhenTheCallEndsWhileTheServerRings() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.srs.first().ring();
        recorder.end(call);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPING);
        recorder.srs.first().refuse(487);

        assertThat(recorder.srs.dialogs).hasSize(1);
        assertThat(recorder.srs.first().sent).containsExactly("CANCEL");
        assertFailedFor(EndReason.CALL_ENDED);
    }

    @Test
    void endsADialogThatWasAcceptedAfterTheCancel() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.end(call);
        recorder.srs.first().accept();
        recorder.srs.first().finishBye();

        assertThat(recorder.srs.first().sent).containsExactly("CANCEL", "ACK", "BYE");
        assertFailedFor(EndReason.CALL_ENDED);
    }

    @Test
    void endsADialogThatIsAcceptedLongAfterNobodyWaitsForIt() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.end(call);
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);
        assertFailedFor(EndReason.CALL_ENDED);
        recorder.srs.first().accept();

        assertThat(recorder.srs.first().sent).endsWith("ACK", "BYE");
        assertThat(recorder.told).hasSize(1);
    }

    @Test
    @Requirement("TRM-05")
    void freesEverythingWhenTheServerDoesNotAnswerTheBye() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.srs.first().accept();
        recorder.end(call);
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);

        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
        assertThat(recorder.relay.copies).isEmpty();
    }

    @Test
    void goesOnWithoutRecordingWhenTheServerHangsUp() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.srs.first().accept();
        recorder.srs.first().hangUp();

        assertThat(recorder.only().reason()).contains(EndReason.SRS_HUNG_UP);
        assertThat(recorder.srs.first().sent).containsExactly("ACK");
        recorder.end(call);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
        assertThat(recorder.relay.copies).isEmpty();
    }

    @Test
    void neverStartsWhenTheServerHangsUpBeforeMediaFlows() {
        FakeRelay relay = new FakeRelay();
        Recorder slow = new Recorder(relay, Recorder.ONE);
        slow.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        slow.srs.first().accept();
        slow.srs.first().hangUp();
        relay.connecting.complete(null);

        assertThat(slow.facts()).containsExactly("RecordingFailed");
        assertThat(relay.asked).containsExactly("subscribe", "connect", "unsubscribe");
    }

    @Test
    void tellsOnlyOneEndWhenBothSidesHangUpAtOnce() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.srs.first().accept();
        recorder.end(call);
        recorder.srs.first().hangUp();
        recorder.srs.first().finishBye();

        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingStopped");
        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
    }

    @Test
    void waitsForTheRelayBeforeItTakesTheCopyBack() {
        FakeRelay relay = new FakeRelay();
        Recorder slow = new Recorder(relay, Recorder.ONE);
        AnsweredCall call = slow.answer("call-1");
        slow.end(call);
        assertThat(slow.facts()).containsExactly("RecordingFailed");
        assertThat(relay.asked).containsExactly("subscribe");
        relay.subscribing.complete(FakeRelay.offer());

        assertThat(relay.asked).containsExactly("subscribe", "unsubscribe");
        assertThat(slow.srs.dialogs).isEmpty();
    }

    @Test
    void saysSoWhenTheCallHasNothingThatCanBeRecorded() {
        FakeRelay relay = new FakeRelay();
        Recorder slow = new Recorder(relay, Recorder.ONE);
        slow.answer("call-1");
        relay.subscribing.completeExceptionally(FakeRelay.failure(RelayException.Kind.NOTHING_TO_COPY));

        assertThat(slow.only().reason()).contains(EndReason.NOTHING_TO_RECORD);
        assertThat(slow.only().detail()).contains("the relay says no");
        assertThat(slow.only().srsCallId()).isEmpty();
    }

    @Test
    void endsTheDialogWhenTheRelayCanNotStartTheCopy() {
        FakeRelay relay = new FakeRelay();
        Recorder slow = new Recorder(relay, Recorder.ONE);
        slow.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        slow.srs.first().accept();
        relay.connecting.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));
        slow.srs.first().finishBye();

        assertThat(slow.srs.first().sent).containsExactly("ACK", "BYE");
        assertThat(slow.only().reason()).contains(EndReason.RELAY_FAILED);
        assertThat(slow.facts()).containsExactly("RecordingFailed");
    }

    @Test
    void mindsNotWhenTheRelayHasAlreadyForgottenTheCall() {
        recorder.relay.unsubscribing.obtrudeException(FakeRelay.failure(RelayException.Kind.UNKNOWN_CALL));
        AnsweredCall call = recorder.answer("call-1");
        recorder.srs.first().accept();
        recorder.end(call);
        recorder.srs.first().finishBye();

        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPED);
    }

    @Test
    void turnsABugIntoAnEndWithAReason() {
        recorder.srs.atOnce = dialog -> {
            throw new IllegalStateException("a bug");
        };
        recorder.answer("call-1");

        assertFailedFor(EndReason.INTERNAL_ERROR);
        assertThat(recorder.only().detail())
                .hasValueSatisfying(detail -> assertThat(detail).contains("a bug"));
    }

    private void assertFailedFor(EndReason reason) {
        assertThat(recorder.facts()).containsExactly("RecordingFailed");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.FAILED);
        assertThat(recorder.only().reason()).contains(reason);
        assertThat(recorder.relay.copies).isEmpty();
    }
}
