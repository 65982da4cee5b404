package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;

/** How it is noticed that a server is no longer there. */
class LivenessTest {

    private static final Duration KEEPALIVE = Duration.ofSeconds(30);

    private final Recorder recorder = Recorder.asking(new FakeRelay().atOnce(), KEEPALIVE, Recorder.ONE);
    private AnsweredCall call;
    private FakeSrs.Dialog dialog;

    @BeforeEach
    void recordACall() {
        call = recorder.answer("call-1");
        dialog = recorder.srs.first();
        dialog.accept();
    }

    /** Once a question is answered the server is known to answer. */
    private void learnThatItAnswers() {
        recorder.time.pass(KEEPALIVE);
        answer(200);
        dialog.sent.clear();
    }

    private void answer(int status) {
        dialog.requested.remove(0).accept(new ServerReply(status, ""));
    }

    private void assertLives() {
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    private void assertLost() {
        assertThat(dialog.sent).endsWith("BYE");
        dialog.finishBye();
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPED);
        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    @Requirement("HAV-04")
    void asksTheServerAtEachIntervalForAsLongAsItAnswers() {
        learnThatItAnswers();
        for (int i = 1; i <= 3; i++) {
            recorder.time.pass(KEEPALIVE.minusMillis(1));
            assertThat(dialog.requested).isEmpty();
            recorder.time.pass(Duration.ofMillis(1));
            assertThat(dialog.requested).hasSize(1);
            answer(200);
        }
        assertThat(dialog.sent).containsExactly("OPTIONS", "OPTIONS", "OPTIONS");
        assertLives();
    }

    @Test
    void takesEveryAnswerForASignOfLifeThatIsNoneOfTheEnd() {
        for (int status : new int[] {405, 420, 500, 503, 603}) {
            recorder.time.pass(KEEPALIVE);
            answer(status);
        }
        assertLives();
    }

    @Test
    @Requirement("ERR-16")
    void givesUpAServerThatDoesNotKnowTheSession() {
        recorder.time.pass(KEEPALIVE);
        answer(481);

        assertLost();
        assertThat(recorder.only().detail())
                .contains(Recorder.ONE + " has vanished: it does not know the session any more");
    }

    @Test
    @Requirement({"ERR-16", "HAV-04"})
    void givesUpAServerThatIsSilentTwiceInARow() {
        learnThatItAnswers();
        recorder.time.pass(KEEPALIVE.plus(Recorder.ANSWER_TIMEOUT));
        assertThat(dialog.requested).hasSize(2);
        assertLives();
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertLost();
        assertThat(recorder.only().detail()).contains(Recorder.ONE + " has vanished: it gives no answer to OPTIONS");
    }

    @Test
    void forgivesASilenceThatEnds() {
        learnThatItAnswers();
        for (int i = 0; i < 3; i++) {
            recorder.time.pass(KEEPALIVE.plus(Recorder.ANSWER_TIMEOUT));
            dialog.requested.remove(1).accept(new ServerReply(200, "OK"));
            dialog.requested.clear();
        }
        assertLives();
    }

    @Test
    void takesALateAnswerForOne() {
        learnThatItAnswers();
        recorder.time.pass(KEEPALIVE.plus(Recorder.ANSWER_TIMEOUT));
        answer(200);
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertLives();
        assertThat(dialog.sent).containsExactly("OPTIONS", "OPTIONS");
    }

    @Test
    void doesNotMindTheContainersWordThatAQuestionOfBeforeWasNeverAnswered() {
        learnThatItAnswers();
        recorder.time.pass(KEEPALIVE.plus(Recorder.ANSWER_TIMEOUT));
        dialog.requested.remove(1).accept(new ServerReply(200, "OK"));
        answer(408);
        assertLives();
        recorder.time.pass(KEEPALIVE);
        answer(200);

        assertLives();
        assertThat(dialog.sent).containsExactly("OPTIONS", "OPTIONS", "OPTIONS");
    }

    @Test
    void doesNotGiveUpAServerThatNeverAnswers() {
        recorder.time.pass(KEEPALIVE.multipliedBy(10));

        assertThat(dialog.requested).hasSizeGreaterThan(5);
        assertLives();
    }

    @Test
    void remembersThatAServerAnswersFromOneSessionToTheNext() {
        learnThatItAnswers();
        recorder.answer("call-2");
        FakeSrs.Dialog other = recorder.srs.last();
        other.accept();
        recorder.time.pass(KEEPALIVE.minusMillis(1));
        assertThat(other.requested).isEmpty();
        recorder.time.pass(Recorder.ANSWER_TIMEOUT.multipliedBy(2).plusMillis(1));

        assertThat(other.sent).containsExactly("ACK", "OPTIONS", "OPTIONS", "BYE");
    }

    @Test
    @Requirement("HAV-04")
    void givesUpAServerThatCanNoLongerBeReached() {
        recorder.time.pass(KEEPALIVE);
        dialog.requested.remove(0).accept(ServerReply.NOT_SENT);
        assertLives();
        dialog.requested.remove(0).accept(ServerReply.NOT_SENT);

        assertLost();
    }

    @Test
    void asksNoLongerWhenTheSessionEnds() {
        recorder.end(call);
        dialog.finishBye();
        recorder.time.pass(KEEPALIVE.multipliedBy(3));

        assertThat(dialog.sent).containsExactly("ACK", "BYE");
    }

    @Test
    void takesNoNoticeOfAnAnswerAfterTheEnd() {
        recorder.time.pass(KEEPALIVE);
        recorder.end(call);
        answer(481);
        dialog.finishBye();

        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
        assertThat(recorder.time.running()).as("only the history's timer").isEqualTo(1);
    }

    @Test
    void asksAServerInAPauseToo() {
        recorder.service.pause(recorder.only().id());
        dialog.agree();
        recorder.time.pass(KEEPALIVE);

        assertThat(dialog.sent).containsExactly("ACK", "OPTIONS");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    void asksNobodyWhenThatIsNotWanted() {
        Recorder never = new Recorder(new FakeRelay().atOnce(), Recorder.ONE);
        never.answer("call-1");
        never.srs.first().accept();
        never.time.pass(Duration.ofHours(3));

        assertThat(never.srs.first().sent).containsExactly("ACK");
    }
}
