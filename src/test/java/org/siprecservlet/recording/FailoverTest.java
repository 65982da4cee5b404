package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;

/** What happens when a server does not take a recording. */
class FailoverTest {

    private static final String BOUNDARY = "(?m)^--.*$";

    private final Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE, Recorder.TWO);

    @Test
    void triesTheNextServerAfterARefusal() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(503);
        recorder.srs.last().accept();

        assertThat(recorder.srs.dialogs)
                .extracting(dialog -> dialog.target)
                .containsExactly(Recorder.ONE, Recorder.TWO);
        assertThat(recorder.only().server()).contains(Recorder.TWO);
        assertThat(recorder.only().srsCallId()).contains("rs-2@src");
        assertThat(recorder.only().reason()).isEmpty();
        assertThat(recorder.facts()).containsExactly("RecordingFailedOver", "RecordingStarted");
    }

    @Test
    void tellsFromWhichServerToWhichAndWhy() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(503);

        assertThat(recorder.told).singleElement().isInstanceOfSatisfying(RecordingFailedOver.class, told -> {
            assertThat(told.from()).isEqualTo(Recorder.ONE);
            assertThat(told.to()).isEqualTo(Recorder.TWO);
            assertThat(told.reason()).isEqualTo(EndReason.SRS_REFUSED);
            assertThat(told.recording().server()).contains(Recorder.TWO);
        });
    }

    @Test
    void tellsEachServerEverythingUnderASessionOfItsOwn() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(503);
        String one = body(recorder.srs.first());
        String two = body(recorder.srs.last());

        assertThat(two).contains("o=- ", "<datamode>complete</datamode>").doesNotContain("o=- 1 1 ");
        assertThat(two.replaceAll("o=- [0-9]+ ", "o=- 1 ").replaceAll(BOUNDARY, ""))
                .isEqualTo(one.replaceAll(BOUNDARY, ""));
    }

    private static String body(FakeSrs.Dialog dialog) {
        return new String(dialog.body.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void followsARedirectionBeforeItTriesTheNextServer() {
        SrsUri other = new SrsUri("sip:other.example;transport=tcp");
        recorder.answer("call-1");
        recorder.srs.first().redirect(other);
        recorder.srs.last().refuse(503);
        recorder.srs.last().accept();

        assertThat(recorder.srs.dialogs)
                .extracting(dialog -> dialog.target)
                .containsExactly(Recorder.ONE, other, Recorder.TWO);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void triesTheNextServerWhenOneCanNotBeReached() {
        recorder.srs.atOnce = dialog -> {
            if (dialog.target.equals(Recorder.ONE)) {
                dialog.beUnreachable();
            }
        };
        recorder.answer("call-1");

        assertThat(recorder.srs.dialogs).hasSize(2);
    }

    @Test
    void givesUpAfterTheLastServerAndSaysWhatItSaid() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(503);
        recorder.srs.last().refuse(480);

        assertThat(recorder.facts()).containsExactly("RecordingFailedOver", "RecordingFailed");
        assertThat(recorder.only().reason()).contains(EndReason.SRS_REFUSED);
        assertThat(recorder.only().sipStatus()).contains(480);
        assertThat(recorder.only().detail()).contains(Recorder.TWO + " answered 480 No");
        assertThat(recorder.relay.copies).isEmpty();
    }

    @Test
    void stopsTheSearchAtACodeThatIsToBeSkipped() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(486);

        assertThat(recorder.srs.dialogs).hasSize(1);
        assertThat(recorder.only().sipStatus()).contains(486);
    }

    @Test
    void triesTheNextServerWhenOneDoesNotAnswerInTime() {
        recorder.answer("call-1");
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertThat(recorder.srs.first().sent).containsExactly("CANCEL");
        assertThat(recorder.srs.last().target).isEqualTo(Recorder.TWO);
    }

    @Test
    void endsADialogThatIsAcceptedWhileTheNextServerIsBeingTried() {
        recorder.answer("call-1");
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        recorder.srs.first().accept();
        assertThat(recorder.srs.first().sent).containsExactly("CANCEL", "ACK", "BYE");
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STARTING);

        recorder.srs.first().finishBye();
        recorder.srs.last().accept();
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void takesNoNoticeOfARefusalThatComesTooLate() {
        recorder.answer("call-1");
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        recorder.srs.first().refuse(487);

        assertThat(recorder.only().state()).isEqualTo(RecordingState.STARTING);
        assertThat(recorder.srs.dialogs).hasSize(2);
    }

    @Test
    void givesEachServerItsOwnTime() {
        recorder.answer("call-1");
        recorder.time.pass(Recorder.ANSWER_TIMEOUT.minusMillis(1));
        recorder.srs.first().refuse(503);
        recorder.time.pass(Recorder.ANSWER_TIMEOUT.minusMillis(1));
        assertThat(recorder.srs.last().sent).isEmpty();

        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        assertThat(recorder.srs.last().sent).containsExactly("CANCEL");
        assertThat(recorder.only().reason()).contains(EndReason.SRS_NO_ANSWER);
    }

    @Test
    void waitsForTheOutcomeOfTheLastServerThatWasCancelled() {
        recorder.answer("call-1");
        recorder.srs.first().refuse(503);
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPING);
        recorder.srs.last().refuse(487);

        assertThat(recorder.only().reason()).contains(EndReason.SRS_NO_ANSWER);
        assertThat(recorder.only().sipStatus()).isEmpty();
    }

    @Test
    void triesNoOtherServerOnceTheCallIsOver() {
        AnsweredCall call = recorder.answer("call-1");
        recorder.end(call);
        recorder.srs.first().refuse(503);

        assertThat(recorder.srs.dialogs).hasSize(1);
        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
    }

    @Test
    void goesOverTcpFirstAndAsConfiguredWhenThatCanNotBeReached() {
        Recorder udp = new Recorder(new FakeRelay().atOnce(), new SrsUri("sip:srs.example"));
        udp.answer("call-1");
        udp.srs.first().beUnreachable();
        udp.srs.last().accept();

        assertThat(udp.srs.dialogs)
                .extracting(dialog -> dialog.target.value())
                .containsExactly("sip:srs.example;transport=tcp", "sip:srs.example");
        assertThat(udp.only().state()).isEqualTo(RecordingState.ACTIVE);
    }
}
