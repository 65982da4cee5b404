package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** How a media relay carries calls whose media is encrypted, with the keys in SDP, and copies them. */
abstract class CopiesEncryptedCallsContract extends EncryptsCopiesContract {

    private static final String AES_128 = "AES_CM_128_HMAC_SHA1_80";
    private static final String AES_128_SHORT_TAG = "AES_CM_128_HMAC_SHA1_32";
    private static final String AES_256 = "AES_256_CM_HMAC_SHA1_80";
    private static final String CALLERS = crypto(1, AES_128, 'a');
    private static final String CALLEES = crypto(1, AES_128, 'b');
    private static final Subscription CLEAR =
            new Subscription(CALL, "clear", null, new CopyForm(List.of(), MediaProtection.RTP));

    private static String crypto(int tag, String suite, char filling) {
        int octets = suite.contains("256") ? 46 : 30;
        byte[] key = Character.toString(filling).repeat(octets).getBytes(StandardCharsets.US_ASCII);
        return tag + " " + suite + " inline:" + Base64.getEncoder().encodeToString(key);
    }

    private static MediaDescription keyed(MediaDescription line, String profile, String... cryptos) {
        return new MediaDescription(Stream.concat(
                        line.withProtocol(profile).lines().stream(),
                        Stream.of(cryptos).map(each -> "a=crypto:" + each))
                .toList());
    }

    private static SessionDescription safe(TestParty party, String... cryptos) {
        SessionDescription sdp = audio(party);
        return sdp.withMedia(List.of(keyed(sdp.media().get(0), "RTP/SAVP", cryptos)));
    }

    private SessionDescription recorders(CopyOffer offer) {
        List<Integer> ports = List.of(recorder.port(), secondRecorder.port(), 9, 9);
        List<MediaDescription> offered = offer.sdp().media();
        return sdp(
                recorder.connection(),
                offered.stream()
                        .map(line -> answered(line, ports.get(offered.indexOf(line))))
                        .toArray(MediaDescription[]::new));
    }

    private static MediaDescription answered(MediaDescription line, int port) {
        MediaDescription accepted = new MediaDescription(List.of(
                "m=" + line.type() + " " + port + " " + line.protocol() + " " + String.join(" ", line.formats())));
        return line.attribute("crypto")
                .map(own -> accepted.withAttribute("crypto", own.replaceAll("inline:.*", "inline:" + filled(own))))
                .orElse(accepted);
    }

    private static String filled(String own) {
        byte[] key = Base64.getDecoder().decode(own.substring(own.indexOf("inline:") + 7));
        return Base64.getEncoder().encodeToString(new byte[key.length]);
    }

    private CopyOffer copied(Subscription copy) throws Exception {
        CopyOffer offer = done(relay().subscribe(copy));
        done(relay().connect(copy, recorders(offer)));
        return offer;
    }

    private static String key(CopyOffer offer, int line) {
        return offer.sdp().media().get(line).attribute("crypto").orElseThrow();
    }

    private static String keyOf(String crypto) {
        return crypto.substring(crypto.indexOf("inline:"));
    }

    private void say(String crypto, int number, int port) throws Exception {
        caller.sendRtp(Srtp.of(crypto).sealed(Rtp.packet(0, number)), port);
    }

    private byte[] heard(String crypto, TestParty by) throws Exception {
        return Srtp.of(crypto).opened(by.receiveRtp().content());
    }

    @Test
    void aCallWithKeysIsCarriedAsItIs() throws Exception {
        Legs legs = answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));

        assertThat(legs.offered().media().get(0).attributes("crypto")).containsExactly(CALLERS);
        assertThat(legs.answered().media().get(0).attributes("crypto")).containsExactly(CALLEES);
        say(CALLERS, 1, legs.towardsCaller(0));
        assertThat(heard(CALLERS, callee)).isEqualTo(Rtp.packet(0, 1));
        callee.sendRtp(Srtp.of(CALLEES).sealed(Rtp.packet(0, 2)), legs.towardsCallee(0));
        assertThat(heard(CALLEES, caller)).isEqualTo(Rtp.packet(0, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_CALL", "SRTP"})
    @Requirement({"SEC-04", "SEC-10", "SEC-11"})
    void isCopiedEncryptedWithKeysThatAreNobodyElses(MediaProtection protection) throws Exception {
        needs(Ability.ENCRYPTION);
        Legs legs = answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));
        CopyOffer offer = copied(new Subscription(CALL, "copy-1", null, new CopyForm(List.of(), protection)));

        assertThat(offer.sdp().media()).hasSize(2).allSatisfy(line -> {
            assertThat(line.protocol()).isEqualTo("RTP/SAVP");
            assertThat(line.attributes("crypto")).singleElement().asString().startsWith("2 " + AES_256 + " inline:");
        });
        assertThat(key(offer, 0)).isNotEqualTo(key(offer, 1));
        say(CALLERS, 1, legs.towardsCaller(0));
        assertThat(heard(key(offer, 0), recorder)).isEqualTo(Rtp.packet(0, 1));
        callee.sendRtp(Srtp.of(CALLEES).sealed(Rtp.packet(0, 2)), legs.towardsCallee(0));
        assertThat(heard(key(offer, 1), secondRecorder)).isEqualTo(Rtp.packet(0, 2));
        assertThat(heard(CALLERS, callee)).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void isCopiedInTheClearForWhoIsToHaveItSo() throws Exception {
        needs(Ability.ENCRYPTION);
        Legs legs = answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));
        CopyOffer offer = copied(CLEAR);

        assertThat(offer.sdp().toString()).doesNotContain("SAVP", "crypto");
        say(CALLERS, 1, legs.towardsCaller(0));
        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(heard(CALLERS, callee)).isEqualTo(Rtp.packet(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES_256_CM_HMAC_SHA1_80", "AES_256_CM_HMAC_SHA1_32"})
    @Requirement("SEC-11")
    void theCopyOfACallWithLongKeysHasLongKeys(String suite) throws Exception {
        needs(Ability.ENCRYPTION);
        answeredCall(safe(caller, crypto(1, suite, 'a')), safe(callee, crypto(1, suite, 'b')));

        CopyOffer offer = done(relay().subscribe(COPY));

        assertThat(key(offer, 0)).contains("256").doesNotContain(suite + " ");
    }

    @Test
    @Requirement("SEC-10")
    void keysThatWereOfferedAndNotTakenAreNoKeysOfACopyEither() throws Exception {
        needs(Ability.ENCRYPTION);
        String taken = crypto(2, AES_128_SHORT_TAG, 'c');
        Legs legs = answeredCall(
                safe(caller, CALLERS, taken, crypto(3, AES_256, 'd')), safe(callee, crypto(2, AES_128_SHORT_TAG, 'e')));
        assertThat(legs.offered().media().get(0).attributes("crypto")).hasSize(3);

        CopyOffer offer = done(relay().subscribe(COPY));

        assertThat(key(offer, 0)).contains(" " + AES_128 + " ").doesNotContain(keyOf(CALLERS));
        assertThat(key(offer, 1)).contains(" " + AES_128 + " ").isNotEqualTo(key(offer, 0));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aCallWithNewKeysIsStillCopiedWithTheSame(Side offerer) throws Exception {
        needs(Ability.ENCRYPTION);
        answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));
        CopyOffer offer = copied(COPY);
        String callers = crypto(1, AES_128, 'c');
        String callees = crypto(1, AES_128, 'd');
        boolean byCaller = offerer == Side.CALLER;
        Legs legs = byCaller
                ? exchange(offerer, safe(caller, callers), safe(callee, callees))
                : exchange(offerer, safe(callee, callees), safe(caller, callers));
        SessionDescription forCaller = byCaller ? legs.answered() : legs.offered();
        SessionDescription forCallee = byCaller ? legs.offered() : legs.answered();

        assertThat(done(relay().refresh(COPY)).sdp()).isEqualTo(offer.sdp());
        say(callers, 1, port(forCaller, 0));
        assertThat(heard(crypto(forCallee), callee)).isEqualTo(Rtp.packet(0, 1));
        assertThat(heard(key(offer, 0), recorder)).isEqualTo(Rtp.packet(0, 1));
        callee.sendRtp(Srtp.of(callees).sealed(Rtp.packet(0, 2)), port(forCallee, 0));
        assertThat(heard(crypto(forCaller), caller)).isEqualTo(Rtp.packet(0, 2));
        assertThat(heard(key(offer, 1), secondRecorder)).isEqualTo(Rtp.packet(0, 2));
    }

    private static String crypto(SessionDescription sdp) {
        return sdp.media().get(0).attribute("crypto").orElseThrow();
    }

    @Test
    void newKeysThatAreOfferedAndWithdrawnAreForgotten() throws Exception {
        needs(Ability.ENCRYPTION);
        Legs legs = answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));
        CopyOffer offer = copied(COPY);
        done(relay().offer(CALL, Side.CALLER, safe(caller, crypto(1, AES_128, 'c'))));

        say(CALLERS, 1, legs.towardsCaller(0));
        assertThat(heard(key(offer, 0), recorder)).isEqualTo(Rtp.packet(0, 1));
        done(relay().withdraw(CALL, Side.CALLER));
        say(CALLERS, 2, legs.towardsCaller(0));
        assertThat(heard(key(offer, 0), recorder)).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    @Requirement("SEC-10")
    void aCallThatTakesUpTheSuiteOfItsCopyIsNotCopiedWithAPartysKey() throws Exception {
        needs(Ability.ENCRYPTION);
        answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));
        CopyOffer offer = copied(COPY);
        String longer = crypto(1, AES_256, 'c');
        Legs legs = exchange(Side.CALLER, safe(caller, longer), safe(callee, crypto(1, AES_256, 'd')));

        assertThat(done(relay().refresh(COPY)).sdp()).isEqualTo(offer.sdp());
        say(longer, 1, legs.towardsCaller(0));
        assertThat(heard(crypto(legs.offered()), callee)).isEqualTo(Rtp.packet(0, 1));
        assertThat(heard(key(offer, 0), recorder)).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    @Requirement("SEC-04")
    void aCopyInTheClearOfACallThatBecomesEncryptedFallsSilent() throws Exception {
        needs(Ability.ENCRYPTION);
        answeredCall();
        copied(COPY);
        Legs legs = exchange(Side.CALLER, safe(caller, CALLERS), safe(callee, CALLEES));

        assertThat(done(relay().refresh(COPY)).sdp().media()).allMatch(MediaDescription::isRejected);
        say(CALLERS, 1, legs.towardsCaller(0));
        assertThat(heard(CALLERS, callee)).isEqualTo(Rtp.packet(0, 1));
        copied(CLEAR);
        say(CALLERS, 2, legs.towardsCaller(0));
        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    @Requirement("SEC-04")
    void aCallWithOneEncryptedLineIsCopiedWithAllEncrypted() throws Exception {
        needs(Ability.ENCRYPTION);
        SessionDescription offer = audioAndVideo(caller, party());
        SessionDescription answer = audioAndVideo(callee, party());
        answeredCall(firstSafe(offer, CALLERS), firstSafe(answer, CALLEES));

        assertThat(done(relay().subscribe(COPY)).sdp().media())
                .extracting(MediaDescription::protocol)
                .containsOnly("RTP/SAVP")
                .hasSize(4);
    }

    private static SessionDescription firstSafe(SessionDescription sdp, String crypto) {
        return sdp.withMedia(List.of(
                keyed(sdp.media().get(0), "RTP/SAVP", crypto), sdp.media().get(1)));
    }

    @Test
    @Requirement("SEC-04")
    void aCallWithKeysIsNotCopiedWhereNothingDecrypts() throws Exception {
        assumeTrue(lacking().contains(Ability.ENCRYPTION), "this relay decrypts");
        answeredCall(safe(caller, CALLERS), safe(callee, CALLEES));

        assertRefused(Kind.NOTHING_TO_COPY, relay().subscribe(COPY));
        assertRefused(Kind.NOTHING_TO_COPY, relay().subscribe(CLEAR));
    }

    @Test
    void aCallWhoseKeysAreNotInItsDescriptionsIsNotCopied() throws Exception {
        String fingerprint = "a=fingerprint:sha-256 AA:BB";
        SessionDescription offer = audio(caller, fingerprint);
        SessionDescription answer = audio(callee, fingerprint);
        answeredCall(
                offer.withMedia(List.of(offer.media().get(0).withProtocol("UDP/TLS/RTP/SAVPF"))),
                answer.withMedia(List.of(answer.media().get(0).withProtocol("UDP/TLS/RTP/SAVPF"))));

        assertRefused(Kind.NOTHING_TO_COPY, relay().subscribe(COPY));
    }
}
