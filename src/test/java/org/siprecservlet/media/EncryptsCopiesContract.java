package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.siprecservlet.media.TestSdp.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** How a media relay encrypts a copy for a recorder. */
abstract class EncryptsCopiesContract extends ShapesCopiesContract {

    private static final Subscription ENCRYPTED =
            new Subscription(CALL, "copy-1", null, new CopyForm(List.of(), MediaProtection.SRTP));

    private static final String SUITE = "AES_CM_128_HMAC_SHA1_80";
    private static final String RECORDERS = "1 " + SUITE + " inline:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";

    private static SessionDescription under(String protocol, SessionDescription sdp) {
        return sdp.withMedia(
                sdp.media().stream().map(line -> line.withProtocol(protocol)).toList());
    }

    private SessionDescription answer(String protocol, String crypto) {
        SessionDescription sdp = under(protocol, answer(recorder, secondRecorder));
        return sdp.withMedia(sdp.media().stream()
                .map(line -> line.withAttribute("crypto", crypto))
                .toList());
    }

    private static String key(CopyOffer offer, int line) {
        return offer.sdp().media().get(line).attribute("crypto").orElseThrow();
    }

    private void assertReadableWith(String key, Legs legs, int number) throws Exception {
        caller.sendRtp(Rtp.packet(0, number), legs.towardsCaller(0));
        byte[] copied = recorder.receiveRtp().content();
        assertThat(copied).isNotEqualTo(Rtp.packet(0, number));
        assertThat(Srtp.of(key).opened(copied)).isEqualTo(Rtp.packet(0, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVP", "AVPF"})
    @Requirement({"OFR-16", "SEC-07", "SEC-08"})
    void encryptsTheCopyWithKeysOfItsOwn(String profile) throws Exception {
        needs(Ability.ENCRYPTION);
        Legs legs = answeredCall(under("RTP/" + profile, audio(caller)), under("RTP/" + profile, audio(callee)));
        CopyOffer offer = done(relay().subscribe(ENCRYPTED));
        done(relay().connect(ENCRYPTED, answer("RTP/S" + profile, RECORDERS)));

        assertThat(offer.sdp().media())
                .extracting(MediaDescription::protocol)
                .containsExactly("RTP/S" + profile, "RTP/S" + profile);
        assertThat(key(offer, 0)).startsWith("1 " + SUITE + " inline:").isNotEqualTo(key(offer, 1));
        assertReadableWith(key(offer, 0), legs, 1);
    }

    @Test
    void theKeysStayWhileTheCallChangesAndTheRecordingPauses() throws Exception {
        needs(Ability.ENCRYPTION);
        answeredCall();
        CopyOffer offer = done(relay().subscribe(ENCRYPTED));
        done(relay().connect(ENCRYPTED, answer("RTP/SAVP", RECORDERS)));

        Legs legs = exchange(Side.CALLEE, audio(callee), audio(caller));
        assertThat(done(relay().refresh(ENCRYPTED))).isEqualTo(offer);
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));
        assertThat(Srtp.of(key(offer, 0)).opened(recorder.receiveRtp().content()))
                .isEqualTo(Rtp.packet(0, 1));

        done(relay().connect(ENCRYPTED, answer("RTP/SAVP", RECORDERS).withMedia(List.of())));
        done(relay().connect(ENCRYPTED, answer("RTP/SAVP", RECORDERS)));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));
        assertThat(Srtp.of(key(offer, 0)).opened(recorder.receiveRtp().content()))
                .isEqualTo(Rtp.packet(0, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "RTP/AVP, 1 AES_CM_128_HMAC_SHA1_80 inline:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB",
        "RTP/SAVP, 1 NULL_HMAC_SHA1_80 inline:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB",
        "RTP/SAVP, 1"
    })
    void sendsNothingToARecorderThatAnswersWithLess(String protocol, String crypto) throws Exception {
        needs(Ability.ENCRYPTION);
        Legs legs = answeredCall();
        CopyOffer offer = done(relay().subscribe(ENCRYPTED));

        assertRefused(Kind.UNUSABLE_DESCRIPTION, relay().connect(ENCRYPTED, answer(protocol, crypto)));

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        callee.receiveRtp();
        done(relay().connect(ENCRYPTED, answer("RTP/SAVP", RECORDERS)));
        assertReadableWith(key(offer, 0), legs, 2);
    }

    @Test
    void refusesToEncryptWhereItCanNot() throws Exception {
        assumeTrue(lacking().contains(Ability.ENCRYPTION), "this relay encrypts");
        answeredCall();

        assertRefused(Kind.NOT_SUPPORTED, relay().subscribe(ENCRYPTED));
    }
}
