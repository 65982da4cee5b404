package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.RecordMark;

/** What the parties are to be told while a recording lives. */
class IndicationTest {

    private static final RecordingIndication ON = new RecordingIndication(Map.of("audio", RecordMark.ON));
    private static final RecordingIndication PAUSED = new RecordingIndication(Map.of("audio", RecordMark.PAUSED));
    private static final RecordingIndication OFF = RecordingIndication.NONE;

    private final FakeRelay relay = new FakeRelay().atOnce();
    private final Recorder recorder = new Recorder(relay, Recorder.ONE, Recorder.TWO);
    private final AnsweredCall call = recorder.answer("call-1");

    @Test
    @Requirement("IND-16")
    void nothingIsClaimedBeforeTheServerHasAccepted() {
        assertThat(recorder.indicated).isEmpty();
        recorder.srs.first().accept();

        assertThat(recorder.indicated).containsExactly(ON);
    }

    @Test
    void aPauseAndAResumptionAreTold() {
        recorder.srs.first().accept();
        recorder.service.pause(recorder.only().id());
        recorder.srs.first().agree();
        recorder.service.resume(recorder.only().id());
        recorder.srs.first().agree();

        assertThat(recorder.indicated).containsExactly(ON, PAUSED, ON);
    }

    @Test
    void theEndIsTold() {
        recorder.srs.first().accept();
        recorder.service.stop(recorder.only().id());

        assertThat(recorder.indicated).containsExactly(ON, OFF);
    }

    @Test
    @Requirement("TRM-02")
    void aServerThatHangsUpIsTold() {
        recorder.srs.first().accept();
        recorder.srs.first().hangUp();

        assertThat(recorder.indicated).containsExactly(ON, OFF);
    }

    @Test
    @Requirement("ERR-19")
    void aServerThatVanishesIsToldAndTheNextOneToo() {
        recorder.srs.first().accept();
        recorder.srs.first().vanish();
        assertThat(recorder.indicated).containsExactly(ON, OFF);
        recorder.srs.last().accept();

        assertThat(recorder.indicated).containsExactly(ON, OFF, ON);
    }

    @Test
    void aFailureThatWasNeverARecordingIsNoNews() {
        recorder.srs.first().refuse(486);

        assertThat(recorder.only().state()).isEqualTo(RecordingState.FAILED);
        assertThat(recorder.indicated).isEmpty();
    }

    @Test
    void whatOneRecordingStillDoesCountsBeforeThePauseOfAnother() throws Exception {
        recorder.srs.first().accept();
        RecordingId second =
                recorder.service.start(call.id(), Recorder.plan("second")).id();
        recorder.srs.last().accept();
        recorder.service.pause(second);
        recorder.srs.last().agree();

        assertThat(recorder.indicated).containsOnly(ON);
        recorder.service.stop(
                recorder.service.find(call.id(), "default").orElseThrow().id());
        assertThat(recorder.indicated).endsWith(PAUSED);
    }
}
