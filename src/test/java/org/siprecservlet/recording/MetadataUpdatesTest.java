package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.metadata.Datamode;
import org.siprecservlet.metadata.MalformedMetadataException;
import org.siprecservlet.metadata.MetadataParser;
import org.siprecservlet.metadata.ParticipantStreamAssoc;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/** What a server is told of the call in the metadata while the call changes. */
class MetadataUpdatesTest {

    private final FakeRelay relay = new FakeRelay();

    private Recorder recorder;
    private FakeSrs.Dialog dialog;

    void record(boolean partial) {
        recorder = new Recorder(relay, RecorderProfile.STANDARD.mergingMetadata(partial), Recorder.ONE);
        recorder.answer("call-1");
        relay.subscribing.complete(FakeRelay.offer());
        dialog = recorder.srs.first();
        dialog.accept();
        relay.connecting.complete(null);
    }

    private RecordingMetadata change(SessionDescription lines) {
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(lines));
        recorder.service.changed(recorder.only().callId());
        return last();
    }

    private RecordingMetadata callerIsHeld() {
        SessionDescription lines = Sdp.of("sendonly", 30000, 30002);
        return change(lines.withMedia(0, Sdp.of("inactive", 30000).media().get(0)));
    }

    private RecordingMetadata bothAreHeld() {
        return change(Sdp.of("inactive", 30000, 30002));
    }

    private RecordingMetadata goOn() {
        return change(Sdp.of("sendonly", 30000, 30002));
    }

    private void serverOffers(String direction, int... ports) {
        dialog.offer(Sdp.body(direction, ports));
        relay.connecting.complete(null);
    }

    private void agree() {
        dialog.agree();
        relay.connecting.complete(null);
    }

    private RecordingMetadata last() {
        return read(dialog.offers.get(dialog.offers.size() - 1));
    }

    private RecordingMetadata invited() {
        return read(new String(dialog.body.bytes(), StandardCharsets.UTF_8));
    }

    private static RecordingMetadata read(String message) {
        int begin = message.indexOf("<?xml");
        String document = message.substring(begin, message.indexOf("</recording>", begin)) + "</recording>";
        try {
            return new MetadataParser().parse(document.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMetadataException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> counts(List<ParticipantStreamAssoc> associations) {
        return associations.stream()
                .flatMap(each -> List.of(each.send().size(), each.receive().size()).stream())
                .toList();
    }

    @Nested
    class ToAServerThatTakesOnlyCompleteOnes {

        @BeforeEach
        void recordACall() {
            record(false);
        }

        @Test
        @Requirement("MTD-13")
        void aHeldPartyReceivesAndTheOtherSends() {
            RecordingMetadata held = callerIsHeld();

            assertThat(held.datamode()).isEqualTo(Datamode.COMPLETE);
            assertThat(held.streams()).isEqualTo(invited().streams());
            assertThat(counts(held.participantStreamAssocs())).containsExactly(0, 1, 1, 0);
        }

        @Test
        @Requirement("MDM-25")
        void nobodySendsAndReceivesWhenBothAreHeld() {
            assertThat(counts(bothAreHeld().participantStreamAssocs())).containsExactly(0, 0, 0, 0);
        }

        @Test
        @Requirement("ANS-17")
        void nobodySendsAndReceivesAStreamThatTheServerRemoves() {
            serverOffers("recvonly", 41000, 0);

            assertThat(last().datamode()).isEqualTo(Datamode.COMPLETE);
            assertThat(last().streams()).isEqualTo(invited().streams());
            assertThat(counts(last().participantStreamAssocs())).containsExactly(1, 0, 0, 1);
        }

        @Test
        void aStreamThatTheServerPutsBackIsAsItWas() {
            serverOffers("recvonly", 41000, 0);
            agree();
            serverOffers("recvonly", 41000, 41002);

            assertThat(dialog.offers).hasSize(2);
            assertThat(last()).isEqualTo(invited());
        }

        @Test
        void aStreamThatTheServerKeepsAwayIsToldOnce() {
            serverOffers("recvonly", 41000, 0);
            agree();
            serverOffers("inactive", 41000, 0);

            assertThat(dialog.offers).hasSize(1);
        }

        @Test
        void aStreamThatWasRemovedWhilePausedIsToldOnResuming() {
            recorder.service.pause(recorder.only().id());
            relay.connecting.complete(null);
            dialog.agree();
            dialog.offer(Sdp.body("recvonly", 41000, 0));
            recorder.service.resume(recorder.only().id());

            assertThat(counts(last().participantStreamAssocs())).containsExactly(1, 0, 0, 1);
        }

        @Test
        void allIsAsItWasAfterTheHold() {
            bothAreHeld();
            agree();

            assertThat(goOn()).isEqualTo(invited());
        }
    }

    @Nested
    class ToAServerThatTakesPartialOnes {

        @BeforeEach
        void recordACall() {
            record(true);
        }

        @Test
        @Requirement({"EVT-03", "MTD-08"})
        void aHoldIsNothingButTheAssociationsOfTheParties() {
            RecordingMetadata held = callerIsHeld();

            assertThat(held.datamode()).isEqualTo(Datamode.PARTIAL);
            assertThat(counts(held.participantStreamAssocs())).containsExactly(0, 1, 1, 0);
            assertThat(held.participants()).isEmpty();
            assertThat(held.streams()).isEmpty();
            assertThat(held.sessions()).isEmpty();
        }

        @Test
        @Requirement("EVT-04")
        void theEndOfAHoldIsToldInTheSameWay() {
            callerIsHeld();
            agree();
            RecordingMetadata resumed = goOn();

            assertThat(resumed.datamode()).isEqualTo(Datamode.PARTIAL);
            assertThat(resumed.participantStreamAssocs()).isEqualTo(invited().participantStreamAssocs());
        }

        @Test
        @Requirement("MTD-08")
        void newLinesAreNewStreamsAndTheAssociationsWithThem() {
            RecordingMetadata more = change(Sdp.of("sendonly", 30000, 30002, 30004, 30006));

            assertThat(more.streams()).extracting(stream -> stream.label()).containsExactly("3", "4");
            assertThat(counts(more.participantStreamAssocs())).containsExactly(2, 2, 2, 2);
        }

        @Test
        @Requirement("MTD-09")
        void everythingIsToldAfterAnUpdateThatWasRefused() {
            callerIsHeld();
            dialog.disagree(500);

            assertThat(bothAreHeld().datamode()).isEqualTo(Datamode.COMPLETE);
        }

        @Test
        @Requirement("MTD-09")
        void everythingIsToldInPlaceOfAnUpdateThatCrossed() {
            callerIsHeld();
            dialog.disagree(491);
            recorder.time.pass(ActiveRecording.LONGEST_BACK_OFF);

            assertThat(last().datamode()).isEqualTo(Datamode.COMPLETE);
        }

        @Test
        @Requirement("SNP-06")
        void everythingIsToldToAServerThatAsksForIt() {
            callerIsHeld();
            agree();
            dialog.wantSnapshot();

            assertThat(last().datamode()).isEqualTo(Datamode.COMPLETE);
            agree();
            assertThat(goOn().datamode()).as("and what changes after that").isEqualTo(Datamode.PARTIAL);
        }

        @Test
        void everythingIsToldWhenOnlyTheMediaHaveChanged() {
            assertThat(change(Sdp.of("sendonly", 30010, 30012)).datamode()).isEqualTo(Datamode.COMPLETE);
        }
    }
}
