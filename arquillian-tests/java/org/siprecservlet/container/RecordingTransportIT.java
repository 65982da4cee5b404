package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Transport;

/** A recorder whose URI leaves the transport open is reached over TCP, since what it is sent is large. */
@ContainerTest
class RecordingTransportIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    @Requirement("INI-16")
    void anInviteOfMoreThan1300BytesGoesOverTcpToTheEndOfTheSession() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        SipMessage invite = session.invite();
        assertThat(invite.toBytes()).hasSizeGreaterThan(1300);
        assertThat(invite.values("Via").get(0)).startsWith("SIP/2.0/TCP");
        assertThat(session.call().transport()).isEqualTo(Transport.TCP);
        session.awaitAck();
        talk.endByCaller();
        assertThat(session.awaitEnd().values("Via").get(0)).startsWith("SIP/2.0/TCP");
    }
}
