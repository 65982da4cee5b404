package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

/** What becomes of the server's wish to be told everything anew (RFC 7866 section 9.2). */
class SnapshotTest extends ActiveRecording {

    private String last() {
        return dialog.offers.get(dialog.offers.size() - 1);
    }

    private static String metadata(String message) {
        int begin = message.indexOf("<?xml");
        return message.substring(begin, message.indexOf("</recording>", begin));
    }

    private void hold() {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer("inactive"));
        recorder.service.changed(call.id());
    }

    private void agree() {
        dialog.agree();
        relay.connecting.complete(null);
    }

    @Test
    void everythingIsToldAnewAndNothingHasChanged() {
        String invited = new String(dialog.body.bytes(), StandardCharsets.UTF_8);
        dialog.wantSnapshot();

        assertThat(dialog.offers).hasSize(1);
        assertThat(metadata(last())).isEqualTo(metadata(invited));
        assertThat(Sdp.in(last())).as("with the same version").isEqualTo(Sdp.in(invited));
        agree();
        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
        assertThat(recorder.facts()).containsExactly("RecordingStarted");
    }

    @Test
    @Requirement({"SNP-08", "SNP-10"})
    void whatIsAskedWhileItIsBeingToldOfTheCallIsToldAfterwards() {
        hold();
        dialog.wantSnapshot();
        dialog.wantSnapshot();
        assertThat(dialog.offers).hasSize(1);
        agree();

        assertThat(dialog.offers).as("one for both").hasSize(2);
        assertThat(metadata(last())).isEqualTo(metadata(dialog.offers.get(0)));
    }

    @Test
    @Requirement("SNP-08")
    void whatIsAskedBeforeTheRelaySendsIsToldOnceItDoes() {
        FakeRelay other = new FakeRelay();
        Recorder starting = new Recorder(other, Recorder.ONE);
        starting.answer("call-2");
        other.subscribing.complete(FakeRelay.offer());
        FakeSrs.Dialog server = starting.srs.first();
        server.wantSnapshot();
        server.accept();
        assertThat(server.offers).isEmpty();
        other.connecting.complete(null);

        assertThat(server.offers).hasSize(1);
    }

    @Test
    void aChangeThatCameBeforeItIsToldToo() {
        dialog.offer(Sdp.body("recvonly", 41000, 41002));
        hold();
        dialog.wantSnapshot();
        relay.connecting.complete(null);
        agree();

        assertThat(dialog.offers).hasSize(2);
        assertThat(Sdp.in(last()).media()).allMatch(line -> line.lines().contains("a=inactive"));
    }

    @Test
    @Requirement({"SNP-13", "UPD-08"})
    void nothingIsSentByAPausedRecordingThatTellsIt() {
        paused();
        dialog.wantSnapshot();

        assertThat(last())
                .contains("a=inactive", "<datamode>complete</datamode>")
                .doesNotContain("a=sendonly");
        assertThat(metadata(last())).contains("<send>", "<recv>");
        dialog.agree();
        assertThat(state()).isEqualTo(RecordingState.PAUSED);
        assertThat(relay.flows()).isFalse();
        assertThat(recorder.facts()).as("paused once").containsExactly("RecordingStarted", "RecordingPaused");
    }

    @Test
    void aPausedRecordingIsResumedAfterItHasTold() {
        paused();
        dialog.wantSnapshot();
        CompletionStage<RecordingView> resumed = resume();
        assertThat(dialog.offers).hasSize(2);
        dialog.agree();
        assertThat(dialog.offers).hasSize(3);
        agree();

        assertThat(resumed).isCompletedWithValueMatching(view -> view.state() == RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
    }

    @Test
    void whatCrossesAnOfferOfTheServerIsToldAgain() {
        paused();
        dialog.wantSnapshot();
        dialog.disagree(491);
        recorder.time.pass(LONGEST_BACK_OFF);

        assertThat(dialog.offers).hasSize(3);
        assertThat(last()).contains("<datamode>complete</datamode>");
    }

    @Test
    @Requirement("ERR-17")
    void aServerThatRefusesWhatItAskedForIsLeftAlone() {
        dialog.wantSnapshot();
        dialog.disagree(500);

        assertThat(state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(relay.flows()).isTrue();
        assertThat(dialog.offers).hasSize(1);
    }

    @Test
    void nothingIsToldWhenTheRecordingEnds() {
        recorder.service.stop(recorder.only().id());
        dialog.wantSnapshot();
        dialog.finishBye();

        assertThat(dialog.offers).isEmpty();
        assertThat(recorder.only().reason()).contains(EndReason.STOP_REQUESTED);
    }
}
