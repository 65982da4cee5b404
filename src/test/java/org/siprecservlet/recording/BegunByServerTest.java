package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;

/** A recording at a server that has come by itself. */
class BegunByServerTest {

    private static final SrsUri TARGET = new SrsUri("sip:archive@192.0.2.9");

    private final FakeRelay relay = new FakeRelay();
    private final Recorder recorder = new Recorder(relay);
    private final FakeSrs arrival = new FakeSrs();

    private CompletionStage<RecordingView> accept(AnsweredCall call) throws RecordingRefused {
        RecordingPlan plan = new RecordingPlan(
                "archive", new ArrivedServer(TARGET, Recorder.ANSWER_TIMEOUT, Duration.ZERO), SessionDetails.NONE);
        return recorder.service.accept(call.id(), plan, arrival);
    }

    private FakeSrs.Dialog begun() throws RecordingRefused {
        accept(recorder.answer("call-1"));
        relay.subscribing.complete(FakeRelay.offer());
        FakeSrs.Dialog dialog = arrival.first();
        dialog.begunByServer = true;
        dialog.accept();
        relay.connecting.complete(null);
        return dialog;
    }

    @Test
    @Requirement("SRI-10")
    void isActiveOnceTheServerHasAnsweredTheOffer() throws RecordingRefused {
        begun();
        RecordingView view = recorder.only();
        assertThat(view.state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(view.server()).contains(TARGET);
        assertThat(view.instance()).isEqualTo("archive");
        assertThat(recorder.srs.dialogs).isEmpty();
    }

    @Test
    void endsWithAReasonWhenTheServerNeverAnswers() throws RecordingRefused {
        CompletionStage<RecordingView> over = accept(recorder.answer("call-1"));
        relay.subscribing.complete(FakeRelay.offer());
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);
        assertThat(over.toCompletableFuture().join().reason()).contains(EndReason.SRS_NO_ANSWER);
    }

    @Test
    void endsOneThatAcknowledgesTooLate() throws RecordingRefused {
        accept(recorder.answer("call-1"));
        relay.subscribing.complete(FakeRelay.offer());
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);
        arrival.first().accept();
        assertThat(arrival.first().sent).endsWith("BYE");
    }

    @Test
    @Requirement("SRI-05")
    void endsOneThatAcknowledgesWithoutAnAnswer() throws RecordingRefused {
        accept(recorder.answer("call-1"));
        relay.subscribing.complete(FakeRelay.offer());
        arrival.first().accept(Body.NONE);
        assertThat(arrival.first().sent).endsWith("BYE");
        arrival.first().finishBye();
        assertThat(recorder.only().reason()).contains(EndReason.SRS_ANSWER_UNUSABLE);
    }

    @Test
    @Requirement("SRI-07")
    void tellsWhoWaitsWhenThereIsNothingToRecord() throws RecordingRefused {
        CompletionStage<RecordingView> over = accept(recorder.answer("call-1"));
        relay.subscribing.completeExceptionally(FakeRelay.failure(RelayException.Kind.NOTHING_TO_COPY));
        assertThat(over.toCompletableFuture().join().reason()).contains(EndReason.NOTHING_TO_RECORD);
        assertThat(arrival.dialogs).isEmpty();
    }

    @Test
    void waitsForTheAnswerOfACallThatRings() throws RecordingRefused {
        AnsweredCall call = recorder.arrive("call-1");
        accept(call);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ARMED);
        recorder.calls.answered(call);
        relay.subscribing.complete(FakeRelay.offer());
        assertThat(arrival.dialogs).hasSize(1);
    }

    @Test
    void isNoneWhereNoCallIs() {
        AnsweredCall unknown = recorder.call("call-2");
        assertThatThrownBy(() -> accept(unknown))
                .isInstanceOfSatisfying(RecordingRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RecordingRefused.Reason.UNKNOWN_CALL));
        assertThat(unknown.id()).isEqualTo(new CallId("call-2"));
    }

    @Test
    @Requirement("SRI-10")
    void theOneWhoseCallIdItIsNotWaitsForLessAfterACrossing() throws RecordingRefused {
        FakeSrs.Dialog dialog = begun();
        recorder.service.pause(recorder.only().id());
        relay.connecting.complete(null);
        int before = dialog.offers.size();
        dialog.disagree(491);
        recorder.time.pass(Duration.ofMillis(2000));
        assertThat(dialog.offers).hasSize(before + 1);
    }

    @Test
    void hasNoOtherServerToGoTo() throws RecordingRefused {
        FakeSrs.Dialog dialog = begun();
        dialog.vanish();
        assertThat(dialog.sent).contains("BYE");
        dialog.finishBye();
        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }
}
