package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.Edit;

/** Calls are carried and copied by the real RTPengine. */
@ContainerTest
class RtpEngineIT {

    private static final RtpEngineDaemon ENGINE = RtpEngineDaemon.at(FreePorts.block(1));

    /** Octets of 20 ms of G.711. */
    private static final int FRAME = 160;

    /** Octets of SRTP behind them (RFC 3711 section 4.2). */
    private static final int AUTHENTICATION_TAG = 10;

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  a-law: {servers: ["%1$s"], codecs: [PCMA]}
                  safe: {servers: ["%1$s"], media: srtp}
                rules:
                  - {when: {header: {X-Group: "^safe$"}}, to: safe}
                  - {when: {header: {X-Group: "^a-law$"}}, to: a-law}
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
