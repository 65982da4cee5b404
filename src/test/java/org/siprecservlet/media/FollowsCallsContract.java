package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** What a media relay offers a recorder after the call has changed. */
abstract class FollowsCallsContract extends CarriesCallsContract {

    static final Subscription COPY = new Subscription(CALL, "copy-1");

    TestParty recorder;
    TestParty secondRecorder;

    @BeforeEach
    void openRecorders() throws Exception {
        recorder = party();
        secondRecorder = party();
    }

    private CopyOffer copied() throws Exception {
        answeredCall();
        CopyOffer offer = done(relay().subscribe(COPY));
        done(relay().connect(COPY, answer(recorder, secondRecorder)));
        return offer;
    }

    private CopyOffer refreshed() throws Exception {
        return done(relay().refresh(COPY));
    }

    private void changed(String callers, String callees) throws Exception {
        exchange(Side.CALLER, audio(caller, "a=" + callers), audio(callee, "a=" + callees));
    }

    private static List<String> directions(CopyOffer offer) {
        return offer.sdp().media().stream()
                .map(line -> line.ownDirection().orElseThrow().attribute())
                .toList();
    }

    @Test
    void offersTheSameAgainWhileNothingChanges() throws Exception {
        CopyOffer offer = copied();
        exchange(Side.CALLEE, audio(callee), audio(caller));

        assertThat(refreshed()).isEqualTo(offer);
    }

    @Test
    void offersStreamsOfPartiesThatDoNotSendAsInactive() throws Exception {
        CopyOffer before = copied();

        changed("sendonly", "recvonly");
        CopyOffer held = refreshed();
        assertThat(directions(held)).containsExactly("sendonly", "inactive");
        assertThat(held.streams()).isEqualTo(before.streams());
        changed("inactive", "inactive");
        assertThat(directions(refreshed())).containsExactly("inactive", "inactive");
        changed("sendrecv", "sendrecv");
        assertThat(refreshed()).isEqualTo(before);
    }

    @Test
    void offersStreamsThatAreHeldByAddressAsInactive() throws Exception {
        copied();
        Connection none = Connection.unspecified(AddressFamily.IP4);
        exchange(Side.CALLER, sdp(none, line("audio", caller.port(), "0 8")), audio(callee));

        assertThat(directions(refreshed())).containsExactly("sendonly", "inactive");
    }

    @Test
    void offersAHeldCallAsInactiveFromTheStart() throws Exception {
        answeredCall(audio(caller, "a=sendonly"), audio(callee, "a=recvonly"));

        assertThat(directions(done(relay().subscribe(COPY)))).containsExactly("sendonly", "inactive");
    }

    @Test
    void offersTheFormatsThatAreNowAgreed() throws Exception {
        CopyOffer before = copied();
        Legs legs = exchange(
                Side.CALLER,
                sdp(caller.connection(), line("audio", caller.port(), "8")),
                sdp(callee.connection(), line("audio", callee.port(), "8")));
        CopyOffer offer = refreshed();

        assertThat(offer.sdp().media())
                .allSatisfy(line -> assertThat(line.formats()).containsExactly("8"));
        assertThat(ports(offer)).isEqualTo(ports(before));
        done(relay().connect(COPY, sdp(recorder.connection(), line("audio", recorder.port(), "8"))));
        caller.sendRtp(Rtp.packet(8, 1), port(legs.answered(), 0));
        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(8, 1));
    }

    private static List<Integer> ports(CopyOffer offer) {
        return offer.sdp().media().stream().map(MediaDescription::port).toList();
    }

    @Test
    void offersNewLinesAfterThoseThatWereThere() throws Exception {
        TestParty callersVideo = party();
        CopyOffer before = copied();
        Legs legs = exchange(Side.CALLER, audioAndVideo(caller, callersVideo), audioAndVideo(callee, party()));
        CopyOffer offer = refreshed();

        assertThat(offer.streams())
                .startsWith(before.streams().toArray(RecordedStream[]::new))
                .extracting(RecordedStream::label, RecordedStream::sender, RecordedStream::mediaType)
                .endsWith(tuple("3", Side.CALLER, "video"), tuple("4", Side.CALLEE, "video"));
        assertThat(ports(offer))
                .startsWith(ports(before).toArray(Integer[]::new))
                .doesNotContain(0);
        done(relay().connect(COPY, fourLines()));
        callersVideo.sendRtp(Rtp.packet(96, 1), port(legs.answered(), 1));
        TestParty.Packet copied = recorder.receiveRtp();
        assertThat(copied.content()).isEqualTo(Rtp.packet(96, 1));
        assertComesFrom(ports(offer).get(2), copied);
    }

    private SessionDescription fourLines() {
        return sdp(
                recorder.connection(),
                line("audio", 0, "0"),
                line("audio", 0, "0"),
                line("video", recorder.port(), "96"),
                line("video", 0, "96"));
    }

    @Test
    void linesThatTheCallRemovesKeepTheirPlacesAndComeBack() throws Exception {
        answeredCall(audioAndVideo(caller, party()), audioAndVideo(callee, party()));
        CopyOffer before = done(relay().subscribe(COPY));
        SessionDescription withoutVideo =
                sdp(caller.connection(), line("audio", caller.port(), "0"), line("video", 0, "96"));
        exchange(
                Side.CALLER,
                withoutVideo,
                sdp(callee.connection(), line("audio", callee.port(), "0"), line("video", 0, "96")));

        CopyOffer offer = refreshed();
        assertThat(offer.streams()).isEqualTo(before.streams());
        assertThat(ports(offer))
                .containsExactly(ports(before).get(0), ports(before).get(1), 0, 0);

        exchange(Side.CALLER, audioAndVideo(caller, party()), audioAndVideo(callee, party()));
        assertThat(ports(refreshed())).isEqualTo(ports(before));
    }

    @Test
    @Requirement({"OFR-20", "UPD-03"})
    void aLineThatComesBackAsSomethingElseIsAnotherStream() throws Exception {
        copied();
        SessionDescription video = sdp(caller.connection(), line("video", caller.port(), "96"));
        exchange(Side.CALLER, video, sdp(callee.connection(), line("video", callee.port(), "96")));

        CopyOffer offer = refreshed();
        assertThat(offer.streams())
                .extracting(RecordedStream::label, RecordedStream::mediaType)
                .containsExactly(tuple("1", "audio"), tuple("2", "audio"), tuple("3", "video"), tuple("4", "video"));
        assertThat(ports(offer)).startsWith(0, 0);
    }

    @Test
    void anOfferThatIsNotAnsweredChangesNothing() throws Exception {
        CopyOffer before = copied();
        done(relay().offer(CALL, Side.CALLER, audioAndVideo(caller, party())));
        assertThat(refreshed()).isEqualTo(before);

        done(relay().withdraw(CALL, Side.CALLER));
        assertThat(refreshed()).isEqualTo(before);
    }

    @Test
    void whatFlowsStaysUntilTheRecorderHasAnswered() throws Exception {
        Legs legs = answeredCall();
        done(relay().subscribe(COPY));
        done(relay().connect(COPY, answer(recorder, secondRecorder)));
        changed("sendonly", "recvonly");
        refreshed();

        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));

        assertThat(secondRecorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void doesNotKnowCopiesThatAreNotThere() throws Exception {
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().refresh(COPY));
        answeredCall();
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().refresh(COPY));
    }
}
