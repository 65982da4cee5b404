package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.recording.PartyNotice.Moment;
import org.siprecservlet.sound.Samples;

/** What the parties hear of being recorded, and when. */
class NoticeToPartiesTest {

    private static final Samples TONE = Samples.tone(1400, Duration.ofMillis(400), Duration.ofSeconds(15));
    private static final Samples ANNOUNCEMENT = Samples.once("consent.wav", new short[] {1});

    private final FakeRelay relay = new FakeRelay();
    private Recorder recorder;
    private AnsweredCall call;

    private void answer(PartyNotice notice) throws RecordingRefused {
        recorder = new Recorder(relay, Recorder.ONE);
        call = recorder.arrive("call-1");
        RecordingPlan plan = Recorder.plan("default");
        recorder.service.start(
                call.id(), new RecordingPlan(plan.instance(), plan.search(), plan.details(), plan.parties(), notice));
        recorder.calls.answered(call);
        relay.subscribing.complete(FakeRelay.offer());
    }

    private FakeSrs.Dialog record(PartyNotice notice) throws RecordingRefused {
        answer(notice);
        FakeSrs.Dialog dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
        return dialog;
    }

    private static PartyNotice notice(Samples sound, Moment at) {
        return new PartyNotice(sound, at, false);
    }

    @Test
    @Requirement("IND-14")
    void bothHearAToneFromTheStartOfTheRecordingToItsEnd() throws Exception {
        answer(notice(TONE, Moment.START));
        assertThat(relay.heard).isEmpty();

        FakeSrs.Dialog dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
        assertThat(relay.heard).containsExactly("CALLER hears " + TONE, "CALLEE hears " + TONE);
        assertThat(recorder.only().notice()).contains(new RecordingView.Notice(true, ""));

        relay.heard.clear();
        recorder.end(call);
        assertThat(relay.heard).containsExactly("CALLER hears nothing", "CALLEE hears nothing");
    }

    @Test
    @Requirement("IND-14")
    void bothHearAnAnnouncementAtTheAnswerBeforeAnyRecorderIsAsked() throws Exception {
        answer(notice(ANNOUNCEMENT, Moment.ANSWER));

        assertThat(relay.heard).containsExactly("CALLER hears consent.wav", "CALLEE hears consent.wav");
        assertThat(recorder.told).isEmpty();
    }

    @Test
    void nobodyHearsAnythingByDefault() throws Exception {
        record(null);

        assertThat(relay.heard).isEmpty();
        assertThat(recorder.only().notice()).isEmpty();
    }

    @Test
    @Requirement("ERR-19")
    void theToneEndsWhenTheRecordingFails() throws Exception {
        answer(notice(TONE, Moment.ANSWER));
        relay.heard.clear();

        recorder.srs.first().refuse(503);

        assertThat(recorder.only().state()).isEqualTo(RecordingState.FAILED);
        assertThat(relay.heard).containsExactly("CALLER hears nothing", "CALLEE hears nothing");
    }

    @Test
    void theToneRestsWhileTheRecordingIsPaused() throws Exception {
        FakeSrs.Dialog dialog = record(notice(TONE, Moment.START));
        relay.heard.clear();

        recorder.service.pause(recorder.only().id());
        relay.connecting.complete(null);
        dialog.agree();
        assertThat(relay.heard).containsExactly("CALLER hears nothing", "CALLEE hears nothing");
        relay.heard.clear();

        recorder.service.resume(recorder.only().id());
        dialog.agree();
        relay.connecting.complete(null);
        assertThat(relay.heard).containsExactly("CALLER hears " + TONE, "CALLEE hears " + TONE);
    }

    @Test
    void anAnnouncementIsNotRepeatedAfterAPauseOrAChange() throws Exception {
        FakeSrs.Dialog dialog = record(notice(ANNOUNCEMENT, Moment.START));
        relay.heard.clear();

        recorder.service.pause(recorder.only().id());
        relay.connecting.complete(null);
        dialog.agree();
        recorder.service.resume(recorder.only().id());
        dialog.agree();
        relay.connecting.complete(null);
        recorder.calls.changed(call.id());

        assertThat(relay.heard).isEmpty();
    }

    @Test
    @Requirement("IND-17")
    void whatAPartyDoesNotHearIsToldAndTheRecordingGoesOn() throws Exception {
        relay.playing = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.NOT_SUPPORTED));

        record(notice(TONE, Moment.START));

        String detail =
                "the caller does not hear it: the relay says no; the callee does not hear it: the relay says no";
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingUnannounced");
        assertThat(((RecordingUnannounced) recorder.told.get(1)).detail()).isEqualTo(detail);
        assertThat(recorder.only().notice()).contains(new RecordingView.Notice(false, detail));
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    void aRelayThatThrowsOrNeverAnswersDoesNoHarm() throws Exception {
        relay.playing = null;
        FakeSrs.Dialog dialog = record(notice(TONE, Moment.START));
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingUnannounced");

        relay.playing = new CompletableFuture<>();
        recorder.calls.changed(call.id());
        recorder.end(call);
        dialog.finishBye();
        assertThat(recorder.facts()).contains("RecordingStopped");
        relay.playing.completeExceptionally(FakeRelay.failure(RelayException.Kind.BROKEN));
        assertThat(recorder.facts()).last().isEqualTo("RecordingStopped");
    }

    @Test
    void theToneBeginsAnewWhenTheSidesAgreeAnewAndWhatIsWrongThenIsTold() throws Exception {
        record(notice(TONE, Moment.START));
        relay.playing = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.NOT_SUPPORTED));

        recorder.calls.changed(call.id());

        assertThat(recorder.facts()).last().isEqualTo("RecordingUnannounced");
        assertThat(recorder.only().notice()).map(RecordingView.Notice::given).contains(false);
    }

    @Test
    void theSettingsSayWhatAPlanDoesNot() {
        RecordingPlan plan = Recorder.plan("default");
        PartyNotice standard = notice(TONE, Moment.START);

        assertThat(plan.orNotice(standard).notice()).isSameAs(standard);
        assertThat(new RecordingPlan(plan.instance(), plan.search(), plan.details(), plan.parties(), PartyNotice.NONE)
                        .orNotice(standard)
                        .notice())
                .isSameAs(PartyNotice.NONE);
        assertThat(new RecordingPlan(plan.instance(), plan.search(), plan.details(), new PartyPolicy(true, false))
                        .orNotice(standard)
                        .notice())
                .as("of a silent plan")
                .isSameAs(PartyNotice.NONE);
        assertThat(List.of(standard.isSilent(), PartyNotice.NONE.isSilent())).containsExactly(false, true);
    }
}
