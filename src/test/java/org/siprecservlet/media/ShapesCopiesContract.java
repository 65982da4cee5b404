package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.sdp;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** What a media relay makes of a copy that is not to be what the parties send. */
abstract class ShapesCopiesContract extends FollowsCallsContract {

    private static final int PCMU = 0;
    private static final int PCMA = 8;
    private static final int G722 = 9;
    private static final int DIGITS = 101;
    private static final int VIDEO = 96;

    private static Subscription copyIn(String... codecs) {
        return new Subscription(CALL, "copy-1", null, new CopyForm(List.of(codecs), MediaProtection.AS_CALL));
    }

    private static SessionDescription voice(TestParty party, String formats) {
        return sdp(party.connection(), line("audio", party.port(), formats, "a=rtpmap:101 telephone-event/8000"));
    }

    private SessionDescription answer(String formats) {
        String digits = "a=rtpmap:101 telephone-event/8000";
        return sdp(
                recorder.connection(),
                line("audio", recorder.port(), formats, digits, "a=recvonly"),
                line("audio", secondRecorder.port(), formats, digits, "a=recvonly"));
    }

    private static int type(byte[] packet) {
        return packet[1] & 0x7F;
    }

    /** More than one packet, since another clock rate holds back the first ones. */
    private int typeOfCopied(int payloadType, int towardsCaller) {
        IntStream.range(1, 11).forEach(number -> caller.sendRtp(Rtp.packet(payloadType, number), towardsCaller));
        return type(recorder.receiveRtp().content());
    }

    @Test
    void copiesAudioInTheCodecThatTheRecorderIsToGet() throws Exception {
        needs(Ability.TRANSCODING);
        Legs legs = answeredCall(voice(caller, "0 101"), voice(callee, "0 101"));
        CopyOffer offer = done(relay().subscribe(copyIn("PCMA")));
        done(relay().connect(copyIn("PCMA"), answer("8 101")));

        assertThat(offer.sdp().media()).hasSize(2).allSatisfy(line -> {
            assertThat(line.formats()).containsExactly("8", "101");
            assertThat(line.lines()).contains("a=rtpmap:8 PCMA/8000", "a=sendonly");
        });
        assertThat(typeOfCopied(PCMU, legs.towardsCaller(0))).isEqualTo(PCMA);
        IntStream.range(11, 14).forEach(number -> caller.sendRtp(Rtp.packet(DIGITS, number), legs.towardsCaller(0)));
        // How much of the voice comes before the digits is the transcoder's affair.
        assertThat(Stream.generate(recorder::receiveRtp).limit(20).anyMatch(packet -> type(packet.content()) == DIGITS))
                .isTrue();
    }

    @Test
    void doesNotTouchAudioThatHasTheCodecAlready() throws Exception {
        needs(Ability.TRANSCODING);
        Legs legs = answeredCall(voice(caller, "8 101"), voice(callee, "8 101"));
        done(relay().subscribe(copyIn("PCMA")));
        done(relay().connect(copyIn("PCMA"), answer("8 101")));

        caller.sendRtp(Rtp.packet(PCMA, 1), legs.towardsCaller(0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(PCMA, 1));
    }

    @Test
    void goesOnInTheSameCodecWhenTheCallTakesAnother() throws Exception {
        needs(Ability.TRANSCODING);
        answeredCall(voice(caller, "0 101"), voice(callee, "0 101"));
        CopyOffer before = done(relay().subscribe(copyIn("PCMA")));
        done(relay().connect(copyIn("PCMA"), answer("8 101")));

        Legs legs = exchange(Side.CALLER, voice(caller, "9 101"), voice(callee, "9 101"));

        assertThat(done(relay().refresh(copyIn("PCMA"))).sdp().media())
                .isEqualTo(before.sdp().media());
        assertThat(typeOfCopied(G722, legs.towardsCaller(0))).isEqualTo(PCMA);
    }

    @Test
    void copiesInTheOneOfSeveralCodecsThatTheRecorderTakes() throws Exception {
        needs(Ability.TRANSCODING);
        Legs legs = answeredCall(voice(caller, "0"), voice(callee, "0"));
        CopyOffer offer = done(relay().subscribe(copyIn("PCMA", "G722")));
        done(relay().connect(copyIn("PCMA", "G722"), answer("9")));

        assertThat(offer.sdp().media().get(0).formats()).containsExactly("8", "9");
        assertThat(typeOfCopied(PCMU, legs.towardsCaller(0))).isEqualTo(G722);
    }

    @Test
    void leavesVideoAsItIsWhereAudioIsTranscoded() throws Exception {
        needs(Ability.TRANSCODING);
        answeredCall(audioAndVideo(caller, party()), audioAndVideo(callee, party()));

        CopyOffer offer = done(relay().subscribe(copyIn("PCMA")));

        assertThat(offer.sdp().media())
                .extracting(MediaDescription::formats)
                .containsExactly(List.of("8"), List.of("8"), List.of("" + VIDEO), List.of("" + VIDEO));
    }

    @Test
    void refusesCodecsThatItDoesNotHave() throws Exception {
        needs(Ability.TRANSCODING);
        answeredCall(voice(caller, "0"), voice(callee, "0"));

        assertRefused(RelayException.Kind.NOT_SUPPORTED, relay().subscribe(copyIn("SMOKE-SIGNALS")));
    }

    @Test
    void refusesToTranscodeWhereItCanNot() throws Exception {
        assumeTrue(lacking().contains(Ability.TRANSCODING), "this relay transcodes");
        answeredCall();

        assertRefused(RelayException.Kind.NOT_SUPPORTED, relay().subscribe(copyIn("PCMA")));
        done(relay().subscribe(COPY));
    }
}
