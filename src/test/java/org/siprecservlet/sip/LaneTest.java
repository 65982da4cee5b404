package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane = new Lane(Runnable::run, "call");
    private final List<String> done = new ArrayList<>();

    @Test
    void runsStepsInTheirOrder() {
        lane.run(() -> done.add("first"));
        lane.run(() -> done.add("second"));

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aStepWaitsForTheStageOfTheOneBefore() {
        CompletableFuture<Void> relay = new CompletableFuture<>();
        lane.then(() -> relay);
        lane.run(() -> done.add("second"));
        assertThat(done).isEmpty();

        relay.complete(null);
        assertThat(done).containsExactly("second");
    }

    @Test
    void aStepThatFailsDoesNotKeepTheNextFromRunning() {
        lane.run(() -> {
            throw new IllegalStateException("expected in this test");
        });
        lane.then(() -> CompletableFuture.failedFuture(new IllegalStateException("expected in this test")));
        lane.run(() -> done.add("third"));

        assertThat(done).containsExactly("third");
    }

    @Test
    void theStageOfAStepEndsWithIt() {
        CompletableFuture<Void> relay = new CompletableFuture<>();
        CompletableFuture<Void> stage = lane.then(() -> relay).toCompletableFuture();
        assertThat(stage).isNotDone();

        relay.completeExceptionally(new IllegalStateException("expected in this test"));
        assertThat(stage).isCompleted();
    }

    @Test
    void goesOnWithWhatAStageGives() {
        lane.after(CompletableFuture.completedFuture("sdp"), done::add, fault -> done.add("failed"));

        assertThat(done).containsExactly("sdp");
    }

    @Test
    void goesOnWithTheFaultOfAStage() {
        lane.<String>after(
                CompletableFuture.failedFuture(new IllegalStateException("no ports")), done::add, this::note);

        assertThat(done).containsExactly("no ports");
    }

    @Test
    void whatGoesWrongAfterAStageIsAFaultToo() {
        lane.after(
                CompletableFuture.completedFuture("sdp"),
                sdp -> {
                    throw new IllegalStateException("not sent");
                },
                this::note);

        assertThat(done).containsExactly("not sent");
    }

    private void note(Throwable fault) {
        done.add(fault.getMessage());
    }

    @Test
    void dropsStepsWhenTheApplicationHasGone() {
        Lane closed = new Lane(
                step -> {
                    throw new RejectedExecutionException();
                },
                "call");

        assertThat(closed.run(() -> done.add("late")).toCompletableFuture()).isCompleted();
        assertThat(done).isEmpty();
    }
}
