package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.siprecservlet.call.AnsweredCall;

/** A recording that is active, and can be paused and resumed. */
abstract class ActiveRecording {

    static final Duration LONGEST_BACK_OFF = Duration.ofMillis(4000);

    final FakeRelay relay = new FakeRelay();
    final Recorder recorder = new Recorder(relay, Recorder.ONE);
    AnsweredCall call;
    FakeSrs.Dialog dialog;

    @BeforeEach
    void recordACall() {
        call = recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
    }

    CompletionStage<RecordingView> pause() {
        return recorder.service.pause(recorder.only().id());
    }

    CompletionStage<RecordingView> resume() {
        return recorder.service.resume(recorder.only().id());
    }

    RecordingState state() {
        return recorder.only().state();
    }

    CompletionStage<RecordingView> paused() {
        CompletionStage<RecordingView> pause = pause();
        relay.connecting.complete(null);
        dialog.agree();
        return pause;
    }

    void assertRefused(CompletionStage<?> stage, Integer sipStatus) {
        RecordingRefused refused = Recorder.refusal(stage);
        assertThat(refused.reason()).isEqualTo(RecordingRefused.Reason.NOT_POSSIBLE_NOW);
        assertThat(refused.sipStatus().orElse(null)).isEqualTo(sipStatus);
    }
}
