package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.rtpengine.RtpEngineDaemon;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;

/** Calls are carried and copied by the real RTPengine. */
@ContainerTest
class RtpEngineIT {

    private static final RtpEngineDaemon ENGINE = RtpEngineDaemon.at(FreePorts.block(1));

    /** Octets of 20 ms of G.711. */
    private static final int FRAME = 160;

    /** Octets of SRTP behind them (RFC 3711 section 4.2). */
    private static final int AUTHENTICATION_TAG = 10;

    private static final Tone BEEP = Tone.of(1400);

    /** Packets of some two seconds: the tone comes every second, beside the other party. */
    private static final int A_WHILE = 150;

    private static final String CALLERS_KEY = "QkJC".repeat(10);
    private static final String CALLEES_KEY = "Q0ND".repeat(10);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  a-law: {servers: ["%1$s"], codecs: [PCMA]}
                  safe: {servers: ["%1$s"], media: srtp}
                  clear: {servers: ["%1$s"], media: rtp}
                rules:
                  - {when: {header: {X-Group: "^clear$"}}, to: clear}
                  - {when: {header: {X-Group: "^safe$"}}, to: safe}
                  - {when: {header: {X-Group: "^a-law$"}}, to: a-law}
                  - {when: {header: {X-Notice: "^tone$"}}, notice: {tone: 1400Hz/400ms/1s}}
                """,
                Stage.RECORDER_URI);
        return Control.in(Wars.siprecServlet(
                rules,
                Map.of(
                        "siprec.srs",
                        Stage.RECORDER_URI,
                        "siprec.media.engine",
                        "rtpengine",
                        "siprec.media.rtpengine.nodes",
                        "udp:" + ENGINE.control() + "=2")));
    }

    @BeforeAll
    static void requireBinary() {
        RtpEngineDaemon.requireBinary(RtpEngineIT.class);
    }

    /** It is started after the server, which finds it all the same. */
    @BeforeEach
    void start() throws IOException {
        ENGINE.start();
        Rest.await(Rest::isMediaReady, Boolean::booleanValue);
    }

    @AfterEach
    void close() throws InterruptedException {
        stage.close();
        ENGINE.kill();
    }

    @Test
    @Requirement("IND-14")
    void bothPartiesHearAToneAndTheRecorderDoesNot() {
        Talk talk = stage.call(Edit.header("X-Notice", "tone"));
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());

        assertThat(Voice.isHeard(BEEP, talk.callersPort().receiver().awaitMore(A_WHILE)))
                .isTrue();
        assertThat(Voice.isHeard(BEEP, talk.calleesPort().receiver().awaitMore(A_WHILE)))
                .isTrue();

        Voice.assertHeard(Voice.ALICE, session.line(1).packets());
        Voice.assertHeard(Voice.BOB, session.line(2).packets());
        assertThat(Voice.isHeard(BEEP, session.line(1).packets())).isFalse();
        assertThat(Voice.isHeard(BEEP, session.line(2).packets())).isFalse();
    }

    @Test
    void bothPartiesAreHeardAndRecorded() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();

        Hearing.assertFlows(session);
        talk.assertBothAreHeard();
    }

    @Test
    void aGroupGetsTheCodecThatItWantsAndThePartiesKeepTheirs() {
        Talk talk = stage.call(Edit.header("X-Group", "a-law"));
        RecordedSession session = stage.session();

        Hearing.assertFlows(session);
        assertThat(session.line(1).awaitMore(1))
                .allMatch(received -> received.packet().payloadType() == G711.PCMA.payloadType());
        talk.assertBothAreHeard();
    }

    private static List<MediaLine> withKey(List<MediaLine> lines) {
        String key = "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";
        return lines.stream().map(line -> line.with(key)).toList();
    }

    @Test
    @Requirement("SEC-07")
    void aGroupGetsEncryptedMediaOfACallThatIsNot() {
        stage.recorder.will(session -> session.acceptWith(RtpEngineIT::withKey));
        Talk talk = stage.call(Edit.header("X-Group", "safe"));
        RecordedSession session = stage.session();

        assertThat(session.offerSdp()).contains("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:");
        assertThat(session.line(1).awaitPackets(1))
                .allMatch(received -> received.packet().payload().length == FRAME + AUTHENTICATION_TAG);
        talk.assertBothAreHeard();
    }

    @Test
    void aRecorderThatAnswersAnEncryptedOfferInTheClearGetsNothing() {
        stage.letTheServerComplain();
        Talk talk = stage.call(Edit.header("X-Group", "safe"));
        RecordedSession session = stage.session();

        session.awaitEnd();
        assertThat(session.line(1).staysQuiet(Duration.ofMillis(100))).isTrue();
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement({"SEC-04", "SEC-10", "SEC-11"})
    void anEncryptedCallIsRecordedEncryptedWithKeysOfItsOwn() {
        stage.recorder.will(session -> session.acceptWith(RtpEngineIT::withLongKey));
        encryptedCall(session -> {
            assertThat(session.offer().media()).hasSize(2).allMatch(line -> line.profile()
                    .equals("RTP/SAVP"));
            assertThat(session.offerSdp())
                    .contains("a=crypto:2 AES_256_CM_HMAC_SHA1_80 inline:")
                    .doesNotContain("AES_CM_128", CALLERS_KEY, CALLEES_KEY);
        });
    }

    @Test
    void anEncryptedCallIsRecordedInTheClearWhereAGroupSaysSo() {
        encryptedCall(
                session -> assertThat(session.offerSdp()).contains("RTP/AVP").doesNotContain("SAVP", "crypto"),
                Edit.header("X-Group", "clear"));
    }

    private void encryptedCall(Consumer<RecordedSession> check, Edit... edits) {
        ClientCall call = stage.alice.invite(stage.bob.uri(), encrypted(40000, CALLERS_KEY), edits);
        IncomingCall in = stage.bob.awaitCall();
        assertThat(in.request().sdp()).contains(CALLERS_KEY);
        in.answer(encrypted(40002, CALLEES_KEY));
        assertThat(call.awaitResponse(200).sdp()).contains(CALLEES_KEY);
        call.ack();
        Rest.awaitActive(call.request().callId());
        check.accept(stage.session());
        call.dialog().bye();
        in.dialog().awaitBye();
    }

    private static String encrypted(int port, String key) {
        return Sdp.offer(
                Server.HOST,
                new MediaLine(
                        "audio",
                        port,
                        "RTP/SAVP",
                        List.of("0"),
                        "",
                        List.of("rtpmap:0 PCMU/8000", "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + key)));
    }

    private static List<MediaLine> withLongKey(List<MediaLine> lines) {
        String key = "crypto:2 AES_256_CM_HMAC_SHA1_80 inline:" + "QUFB".repeat(15) + "QQ==";
        return lines.stream().map(line -> line.with(key)).toList();
    }

    @Test
    void aPausedRecordingHearsNothingAndAResumedOneEverything() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();

        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        Hearing.assertQuiet(session);
        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
        talk.assertBothAreHeard();
    }

    @Test
    void eachStreamIsShownWithWhatCameInOfIt() {
        Talk talk = stage.call();
        stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();

        Rest.assertShowsWhatCameIn(id);
    }

    @Test
    void callsAreRefusedWhileItIsGoneAndCarriedWhenItIsBack() throws Exception {
        stage.letTheServerComplain();
        ENGINE.kill();
        stage.alice.invite(stage.bob.uri(), CallTest.OFFER).awaitResponse(503);
        assertThat(Rest.isMediaReady()).isFalse();

        ENGINE.start();
        Rest.await(Rest::isMediaReady, Boolean::booleanValue);
        stage.call().assertBothAreHeard();
    }
}
