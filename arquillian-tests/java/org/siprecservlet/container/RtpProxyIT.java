package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.rtpproxy.ModelRtpProxy;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** Calls are carried and copied by RTPProxy: here by the model of it, which is made after the real one. */
@ContainerTest
class RtpProxyIT {

    private static final int CONTROL_PORT = FreePorts.block(1);
    private static ModelRtpProxy proxy;

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        proxy = new ModelRtpProxy(CONTROL_PORT);
        return Stage.war("rtpproxy", proxy.node());
    }

    @AfterAll
    static void closeProxy() throws IOException {
        proxy.close();
    }

    @AfterEach
    void close() {
        stage.close();
        assertThat(proxy.sessions()).isZero();
    }

    @Test
    void bothPartiesAreHeardAndRecorded() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();

        Voice.assertHeard(Voice.ALICE, session.stream("1").awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.stream("2").awaitPackets(Voice.ENOUGH));
        talk.assertBothAreHeard();
        assertThat(proxy.sessions()).isEqualTo(1);
    }

    @Test
    @Requirement("UPD-05")
    void theRecordersSecondReinviteHasToWaitForItsFirst() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());
        proxy.beDeaf(true);
        ClientCall first =
                session.reoffer(lines -> lines.stream().map(MediaLine::inactive).toList());
        SipMessage refusal = session.reoffer(lines -> lines).awaitFinal();
        proxy.beDeaf(false);

        assertThat(refusal.status()).isEqualTo(500);
        if (Container.underTest().leavesASecondInviteToTheApplication()) {
            assertThat(refusal.values("Retry-After"))
                    .singleElement()
                    .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(0, 10));
        }
        first.awaitResponse(200);
        first.ack();
        talk.endByCaller();
        session.awaitEnd();
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
        proxy.close();
        stage.alice.invite(stage.bob.uri(), CallTest.OFFER).awaitResponse(503);
        assertThat(Rest.isMediaReady()).isFalse();

        proxy = new ModelRtpProxy(CONTROL_PORT);
        Rest.await(Rest::isMediaReady, Boolean::booleanValue);
        stage.call().assertBothAreHeard();
    }
}
