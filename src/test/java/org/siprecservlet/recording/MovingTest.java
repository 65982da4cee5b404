package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.metadata.MalformedMetadataException;
import org.siprecservlet.metadata.MetadataParser;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/** A server vanishes in mid-call, and the recording moves to the next one. */
class MovingTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final FakeRelay relay = new FakeRelay().atOnce();
    private final Recorder recorder = new Recorder(relay, Recorder.ONE, Recorder.TWO);
    private AnsweredCall call;
    private FakeSrs.Dialog one;

    @BeforeEach
    void recordACall() {
        call = recorder.answer("call-1");
        one = recorder.srs.first();
        one.accept();
    }

    private FakeSrs.Dialog two() {
        assertThat(recorder.srs.dialogs).hasSize(2);
        assertThat(recorder.srs.last().target).isEqualTo(Recorder.TWO);
        return recorder.srs.last();
    }

    private RecordingState state() {
        return recorder.only().state();
    }

    private CompletionStage<RecordingView> pause() {
        return recorder.service.pause(recorder.only().id());
    }

    private CompletionStage<RecordingView> resume() {
        return recorder.service.resume(recorder.only().id());
    }

    private static RecordingMetadata metadata(FakeSrs.Dialog dialog) {
        String body = new String(dialog.body.bytes(), StandardCharsets.UTF_8);
        try {
            return new MetadataParser()
                    .parse(body.substring(body.indexOf("<?xml"), body.indexOf("</recording>") + "</recording>".length())
                            .getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMetadataException e) {
            throw new AssertionError(e);
        }
    }

    private static SessionDescription sdp(FakeSrs.Dialog dialog) {
        return Sdp.in(new String(dialog.body.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    @Requirement("HAV-03")
    void toAServerThatGetsAnInvitationOfItsOwn() {
        one.vanish();

        assertThat(one.sent).containsExactly("ACK", "BYE");
        assertThat(state()).isEqualTo(RecordingState.MOVING);
        two().accept();
        assertThat(two().sent).containsExactly("ACK");
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.only().server()).contains(Recorder.TWO);
        assertThat(recorder.only().srsCallId()).contains("rs-2@src");
        assertThat(recorder.only().reason()).isEmpty();
        assertThat(relay.flows()).isTrue();
    }

    @Test
    @Requirement({"HAV-03", "MDX-09"})
    void withACompleteDocumentInWhichEverythingHasTheIdThatItHad() {
        recorder.time.pass(AN_HOUR);
        one.vanish();
        RecordingMetadata before = metadata(one);
        RecordingMetadata after = metadata(two());

        assertThat(after.datamode()).isEqualTo(before.datamode());
        assertThat(after.groups()).isEqualTo(before.groups());
        assertThat(after.sessions()).isEqualTo(before.sessions());
        assertThat(after.participants()).isEqualTo(before.participants());
        assertThat(after.streams()).isEqualTo(before.streams());
        assertThat(after.sessionRecordingAssocs().get(0).associateTime())
                .as("when this server began to record")
                .isEqualTo(
                        before.sessionRecordingAssocs().get(0).associateTime().plus(AN_HOUR));
    }

    @Test
    void withADescriptionOfItsOwn() {
        one.vanish();

        assertThat(sdp(two()).origin()).isNotEqualTo(sdp(one).origin());
        assertThat(sdp(two()).media()).isEqualTo(sdp(one).media());
    }

    @Test
    void withWhatTheCallHasBecome() {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(Sdp.of("sendonly", 30000, 30002, 30004)));
        one.vanish();

        assertThat(sdp(two()).media()).hasSize(3);
        assertThat(metadata(two()).streams()).hasSize(3);
        two().accept(Sdp.body("recvonly", 40000, 40002, 40004));
        assertThat(recorder.only().streams()).hasSize(3).allMatch(RecordingView.Stream::accepted);
    }

    @Test
    void withWhatWasThereBeforeWhenTheRelayDoesNotSayWhatIsThere() {
        relay.refreshing = CompletableFuture.failedFuture(FakeRelay.failure(RelayException.Kind.BROKEN));
        one.vanish();
        two().accept();

        assertThat(metadata(two()).streams()).hasSize(2);
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
    }

    @Test
    @Requirement("ERR-16")
    void whenTheServerDoesNotKnowTheSession() {
        pause();
        one.disagree(481);

        assertThat(two().pending).isTrue();
        assertThat(one.sent).containsExactly("ACK", "BYE");
    }

    @Test
    void whenTheServerGivesNoAnswerToAReinvite() {
        pause();
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertThat(two().pending).isTrue();
    }

    @Test
    void tellsTheGap() {
        recorder.time.pass(AN_HOUR);
        one.vanish();
        recorder.time.pass(A_SECOND);
        two().accept();

        RecordingMove move = recorder.only().moves().get(0);
        assertThat(recorder.only().moves()).hasSize(1);
        assertThat(move.from()).isEqualTo(Recorder.ONE);
        assertThat(move.to()).isEqualTo(Recorder.TWO);
        assertThat(Duration.between(move.heardAt(), move.lostAt())).isEqualTo(AN_HOUR);
        assertThat(move.gap()).isEqualTo(A_SECOND);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingFailedOver", "RecordingMoved");
        RecordingMoved moved = (RecordingMoved) recorder.told.get(2);
        assertThat(moved.from()).isEqualTo(Recorder.ONE);
        assertThat(moved.to()).isEqualTo(Recorder.TWO);
        assertThat(moved.gap()).isEqualTo(A_SECOND);
        assertThat(((RecordingFailedOver) recorder.told.get(1)).reason()).isEqualTo(EndReason.SRS_LOST);
    }

    @Test
    void keepsAPause() {
        pause();
        one.agree();
        one.vanish();
        two().accept();
        assertThat(relay.flows()).isFalse();
        two().agree();

        assertThat(state()).isEqualTo(RecordingState.PAUSED);
        assertThat(two().offers)
                .singleElement()
                .asString()
                .contains("a=inactive")
                .doesNotContain("a=sendonly");
        assertThat(recorder.facts())
                .containsExactly("RecordingStarted", "RecordingPaused", "RecordingFailedOver", "RecordingMoved");
        CompletionStage<RecordingView> resumed = resume();
        two().agree();
        assertThat(resumed).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
    }

    @Test
    void keepsAPauseThatTheServerHadNotHeardOf() {
        CompletionStage<RecordingView> paused = pause();
        one.vanish();
        assertThat(paused).isNotDone();
        two().accept();
        two().agree();

        assertThat(paused).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void keepsAResumptionThatTheServerHadNotAgreedTo() {
        pause();
        one.agree();
        CompletionStage<RecordingView> resumed = resume();
        one.vanish();
        two().accept();

        assertThat(resumed).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
        assertThat(recorder.facts())
                .containsExactly(
                        "RecordingStarted",
                        "RecordingPaused",
                        "RecordingFailedOver",
                        "RecordingMoved",
                        "RecordingResumed");
    }

    @Test
    void takesAPauseOnTheWay() {
        one.vanish();
        CompletionStage<RecordingView> paused = pause();
        two().accept();
        two().agree();

        assertThat(paused).isCompletedWithValueMatching(view -> view.state() == RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
    }

    @Test
    void endsWhenTheCallEndsOnTheWay() {
        one.vanish();
        recorder.end(call);
        two().refuse(487);

        assertThat(recorder.only().reason()).contains(EndReason.CALL_ENDED);
        assertThat(state()).isEqualTo(RecordingState.STOPPED);
        assertThat(relay.copies).isEmpty();
    }

    @Test
    void endsWithWhatTheLastServerSaysWhenNoneIsLeft() {
        one.vanish();
        two().refuse(503);

        assertThat(recorder.only().reason()).contains(EndReason.SRS_REFUSED);
        assertThat(state()).isEqualTo(RecordingState.STOPPED);
        assertThat(recorder.facts()).containsExactly("RecordingStarted", "RecordingFailedOver", "RecordingStopped");
    }

    @Test
    @Requirement("HAV-05")
    void neverGoesBackToAServerThatHasVanished() {
        one.vanish();
        two().accept();
        two().vanish();

        assertThat(recorder.srs.dialogs).hasSize(2);
        two().finishBye();
        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    void goesBackToAServerThatOnlyRefusedAtTheBeginning() {
        Recorder other = new Recorder(new FakeRelay().atOnce(), Recorder.ONE, Recorder.TWO);
        other.answer("call-1");
        other.srs.first().refuse(503);
        other.srs.last().accept();
        other.srs.last().vanish();

        assertThat(other.srs.dialogs)
                .extracting(dialog -> dialog.target)
                .containsExactly(Recorder.ONE, Recorder.TWO, Recorder.ONE);
    }

    @Test
    void hearsNothingThatTheServerBeforeStillSays() {
        one.vanish();
        two().accept();
        one.offer(Sdp.body("inactive", 40000, 40002));
        one.hangUp();

        assertThat(one.replies).containsExactly(481);
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
    }

    @Test
    void doesNotMoveWhenTheServerEndsTheSession() {
        one.hangUp();

        assertThat(recorder.srs.dialogs).hasSize(1);
        assertThat(recorder.only().reason()).contains(EndReason.SRS_HUNG_UP);
    }
}
