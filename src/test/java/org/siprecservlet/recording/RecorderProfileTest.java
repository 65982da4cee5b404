package org.siprecservlet.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.SessionDescription;

/** What recorders with special wishes are told, and that nobody else is told it. */
class RecorderProfileTest {

    private static final String RFC = "\r\nContent-Type: application/rs-metadata+xml\r\n";
    private static final String DRAFT = "\r\nContent-Type: application/rs-metadata\r\n";

    private final FakeRelay relay = new FakeRelay();
    private Recorder recorder;
    private FakeSrs.Dialog dialog;

    private void invite(String profile) {
        recorder = new Recorder(relay, RecorderProfile.named(profile).orElseThrow(), Recorder.ONE, Recorder.TWO);
        recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        dialog = recorder.srs.first();
    }

    private void record(String profile) {
        invite(profile);
        dialog.accept();
        relay.connecting.complete(null);
    }

    private String invited(int number) {
        return new String(recorder.srs.dialogs.get(number - 1).body.bytes(), UTF_8);
    }

    private String pause() {
        recorder.service.pause(recorder.only().id());
        relay.connecting.complete(null);
        return last();
    }

    /** Nobody sends anything to anybody. */
    private String bothAreHeld() {
        SessionDescription lines = Sdp.of("inactive", 30000, 30002);
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(lines));
        recorder.service.changed(recorder.only().callId());
        return last();
    }

    private String last() {
        return dialog.offers.get(dialog.offers.size() - 1);
    }

    @Test
    void mostAreToldInTheRegisteredMediaType() {
        invite("standard");
        assertThat(invited(1)).contains(RFC).doesNotContain(DRAFT);
    }

    @Test
    void thoseOfTheDraftsAreToldInTheirs() {
        invite("drafts");
        assertThat(invited(1)).contains(DRAFT).doesNotContain(RFC);
    }

    @Test
    @Requirement("ERR-05")
    void whoTakesOnlyTheOtherMediaTypeIsAskedOnceMoreInThat() {
        invite("standard");
        dialog.refuseType("application/sdp", RecorderProfile.DRAFT_TYPE);

        assertThat(recorder.srs.dialogs).extracting(each -> each.target).containsExactly(Recorder.ONE, Recorder.ONE);
        assertThat(invited(2)).contains(DRAFT).doesNotContain(RFC);
    }

    @Test
    void whoTakesNeitherOfBothIsLeftForTheNext() {
        invite("standard");
        dialog.refuseType("application/sdp");
        assertThat(recorder.srs.dialogs).extracting(each -> each.target).containsExactly(Recorder.ONE, Recorder.TWO);
    }

    @Test
    void whoContradictsItselfIsLeftForTheNext() {
        invite("standard");
        dialog.refuseType(RecorderProfile.DRAFT_TYPE);
        recorder.srs.dialogs.get(1).refuseType(RecorderProfile.RFC_TYPE);

        assertThat(recorder.srs.dialogs)
                .extracting(each -> each.target)
                .containsExactly(Recorder.ONE, Recorder.ONE, Recorder.TWO);
        assertThat(invited(3)).contains(RFC);
    }

    @Test
    void whatWasLearntOfAServerHoldsForTheWholeSession() {
        invite("standard");
        dialog.refuseType(RecorderProfile.DRAFT_TYPE);
        dialog = recorder.srs.dialogs.get(1);
        dialog.accept();
        relay.connecting.complete(null);

        assertThat(bothAreHeld()).contains(DRAFT);
    }

    @Test
    void mostAreToldOfAPauseWithoutMetadata() {
        record("standard");
        assertThat(pause()).contains("a=inactive").doesNotContain("<recording");
    }

    @Test
    void whoWantsMetadataInEveryOfferHasThemInThatOfAPause() {
        record("phrsite");
        assertThat(pause()).contains("a=inactive", "<datamode>complete</datamode>");
    }

    @Test
    void mostAreToldOfParticipantsWhoNeitherSendNorReceive() {
        record("standard");
        assertThat(bothAreHeld()).contains("<participantstreamassoc ");
    }

    @Test
    void whoCanNotReadOfSilentParticipantsIsToldOfTheOthers() {
        record("loreste");
        assertThat(bothAreHeld()).contains("<participant ").doesNotContain("<participantstreamassoc ");
    }
}
