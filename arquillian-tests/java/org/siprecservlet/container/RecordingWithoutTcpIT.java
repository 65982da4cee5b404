package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Transport;

/** A recorder that has no TCP, and whose URI does not say so. */
@ContainerTest
class RecordingWithoutTcpIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @BeforeEach
    void refuseTcp() {
        stage.recorder.agent().endpoint().refuseTcp();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    @Requirement("INI-16")
    void isReachedOverUdp() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        assertThat(session.call().transport()).isEqualTo(Transport.UDP);
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        talk.assertBothAreHeard();
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("state").asText()).isEqualTo("stopped");
    }

    @Test
    void isReachedOverUdpAgainAndAgain() {
        for (int i = 0; i < 3; i++) {
            Talk talk = stage.call();
            assertThat(stage.session().call().transport()).isEqualTo(Transport.UDP);
            talk.endByCallee();
        }
    }
}
