package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.rtpengine.RtpEngineDaemon;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;

/** Calls are carried and copied by the real RTPengine. */
@ContainerTest
class RtpEngineIT {

    private static final RtpEngineDaemon ENGINE = RtpEngineDaemon.at(FreePorts.block(1));

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  a-law: {servers: ["%s"], codecs: [PCMA]}
                rules:
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
