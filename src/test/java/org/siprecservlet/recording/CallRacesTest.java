package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;

/** A recording is asked for at the very moment at which the call is answered, or over. */
class CallRacesTest {

    private static final int ROUNDS = 500;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier start = new CyclicBarrier(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @FunctionalInterface
    private interface Step {
        void take() throws RecordingRefused;
    }

    private CompletableFuture<Boolean> together(Step step) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        start.await(5, TimeUnit.SECONDS);
                        step.take();
                        return true;
                    } catch (RecordingRefused refused) {
                        return false;
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new AssertionError(e);
                    }
                },
                threads);
    }

    @Test
    void aRecordingThatMeetsTheAnswerStartsOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            Recorder recorder = new Recorder(new FakeRelay().atOnce());
            AnsweredCall call = recorder.arrive("call-1");
            var asked = together(() -> recorder.service.start(call.id(), Recorder.plan("default")));
            var answered = together(() -> recorder.calls.answered(call));

            assertThat(asked.join() && answered.join()).isTrue();
            assertThat(recorder.srs.dialogs).hasSize(1);
        }
    }

    @Test
    void aRecordingThatMeetsTheEndIsRefusedOrEnds() {
        for (int round = 0; round < ROUNDS; round++) {
            Recorder recorder = new Recorder(new FakeRelay().atOnce());
            AnsweredCall call = recorder.arrive("call-1");
            var asked = together(() -> recorder.service.start(call.id(), Recorder.plan("default")));
            together(() -> recorder.end(call)).join();

            assertThat(recorder.service.list()).hasSize(asked.join() ? 1 : 0).allMatch(view -> view.state()
                    .isFinal());
        }
    }
}
