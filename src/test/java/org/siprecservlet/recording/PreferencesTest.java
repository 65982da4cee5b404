package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.sdp.RecordPreference.NOPREFERENCE;
import static org.siprecservlet.sdp.RecordPreference.OFF;
import static org.siprecservlet.sdp.RecordPreference.ON;
import static org.siprecservlet.sdp.RecordPreference.PAUSE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.RecordMark;
import org.siprecservlet.sdp.RecordPreference;

/** What the parties wish of the recording of their call, and what becomes of it. */
class PreferencesTest {

    private static final PartyPolicy OBLIGING = new PartyPolicy(false, true);
    private static final RecordingIndication IS_ON = new RecordingIndication(Map.of("audio", RecordMark.ON));

    private final FakeRelay relay = new FakeRelay().atOnce();
    private final Recorder recorder = new Recorder(relay);
    private final AnsweredCall call = recorder.arrive("call-1");

    private void answerWithRule(PartyPolicy policy) throws RecordingRefused {
        recorder.calls.answered(call);
        RecordingPlan plan = Recorder.plan("default");
        recorder.service.carryOut(
                call.id(),
                new RecordingDecision.Planned(
                        new RecordingPlan(plan.instance(), plan.search(), plan.details(), policy)));
    }

    private void recorded(PartyPolicy policy) throws RecordingRefused {
        answerWithRule(policy);
        recorder.srs.first().accept();
    }

    private void wish(RecordPreference wish) {
        recorder.calls.preferred(call.id(), wish);
    }

    @Test
    @Requirement({"PRF-01", "PRF-03"})
    void changesNothingWhenTheRuleDoesNotLetThemDecide() throws Exception {
        wish(OFF);
        recorded(PartyPolicy.STANDARD);
        wish(PAUSE);

        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.indicated).containsExactly(IS_ON);
    }

    @Test
    @Requirement("PRF-07")
    void offBeforeTheAnswerLeavesTheServerAloneAndATraceOfWhy() throws Exception {
        wish(OFF);
        answerWithRule(OBLIGING);

        assertThat(recorder.srs.dialogs).isEmpty();
        assertThat(recorder.only().reason()).contains(EndReason.PARTY_OPTED_OUT);
        assertThat(recorder.facts()).containsExactly("RecordingFailed");
    }

    @Test
    @Requirement({"PRF-02", "PRF-04"})
    void offEndsARecordingAndOnBeginsItAnew() throws Exception {
        recorded(OBLIGING);
        wish(OFF);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPING);
        recorder.time.pass(Duration.ofSeconds(1));
        wish(ON);
        assertThat(recorder.service.list()).as("the first is not over yet").hasSize(1);
        recorder.srs.first().finishBye();

        assertThat(recorder.service.list()).hasSize(2);
        recorder.srs.last().accept();
        assertThat(recorder.service.list().get(0).state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.service.list().get(1).reason()).contains(EndReason.PARTY_OPTED_OUT);
        assertThat(recorder.indicated).containsExactly(IS_ON, RecordingIndication.NONE, IS_ON);
    }

    @Test
    @Requirement("PRF-04")
    void pauseAndOnPauseAndResume() throws Exception {
        recorded(OBLIGING);
        wish(PAUSE);
        recorder.srs.first().agree();
        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);
        wish(ON);
        recorder.srs.first().agree();

        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void pauseBeforeTheAnswerHasTheRecordingBeginInSilence() throws Exception {
        wish(PAUSE);
        recorded(OBLIGING);
        recorder.srs.first().agree();

        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    void onDoesNotResumeWhatSomebodyElseHasPaused() throws Exception {
        recorded(OBLIGING);
        recorder.service.pause(recorder.only().id());
        recorder.srs.first().agree();
        wish(PAUSE);
        wish(ON);

        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    @Requirement("PRF-06")
    void aWishThatIsNotSaidAnyMoreChangesNothing() throws Exception {
        recorded(OBLIGING);
        wish(PAUSE);
        recorder.srs.first().agree();
        wish(NOPREFERENCE);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.PAUSED);

        wish(OFF);
        recorder.srs.first().finishBye();
        wish(NOPREFERENCE);
        assertThat(recorder.only().state()).isEqualTo(RecordingState.STOPPED);
    }

    @Test
    void nothingBeginsAnewOnceTheCallIsOver() throws Exception {
        recorded(OBLIGING);
        wish(OFF);
        wish(ON);
        recorder.end(call);
        recorder.srs.first().finishBye();

        assertThat(recorder.only().reason()).contains(EndReason.PARTY_OPTED_OUT);
    }

    @Test
    void nobodyIsToldOfARecordingInSilence() throws Exception {
        recorded(new PartyPolicy(true, false));
        recorder.service.pause(recorder.only().id());
        recorder.srs.first().agree();

        assertThat(recorder.indicated).isEmpty();
    }
}
