package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.Refused;

class LaterTest {

    private final List<Runnable> handedOver = new ArrayList<>();
    private final Later later = new Later(new ControlSettings(false, Duration.ofSeconds(2), handedOver::add));
    private final Waiting request = new Waiting();
    private final CompletableFuture<String> stage = new CompletableFuture<>();

    LaterTest() {
        later.answer(request, stage, value -> value + "!", waiting -> waiting.resume("late"));
    }

    @Test
    void answersWhenItIsDoneAndOnAThreadOfItsOwn() {
        stage.complete("done");
        assertThat(request.answer).isNull();

        handedOver.forEach(Runnable::run);
        assertThat(request.answer).isEqualTo("done!");
    }

    @Test
    void answersWhenTheTimeIsUp() {
        assertThat(request.timeoutMillis).isEqualTo(2000);
        request.timeIsUp();
        assertThat(request.answer).isEqualTo("late");
    }

    @Test
    void answersARefusalWithAProblem() {
        stage.completeExceptionally(Refused.because(RecordingRefused.Reason.NOT_POSSIBLE_NOW, 488));
        handedOver.forEach(Runnable::run);

        Problem problem = ((ProblemException) request.answer).problem();
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("not-possible-now");
        assertThat(problem.detail()).isEqualTo("Because.");
        assertThat(problem.sipStatus()).isEqualTo(488);
    }

    @Test
    void passesAFaultOnAsItIs() {
        IllegalStateException fault = new IllegalStateException("a fault");
        stage.completeExceptionally(fault);
        handedOver.forEach(Runnable::run);

        assertThat(request.answer).isSameAs(fault);
    }
}
