package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Transport;

/** A recorder whose URI names a transport is reached by that one and no other. */
@ContainerTest
class RecordingOverUdpIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.srs", Stage.RECORDER_URI + ";transport=udp"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theWholeSessionGoesOverUdp() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        assertThat(session.call().transport()).isEqualTo(Transport.UDP);
        session.awaitAck();
        talk.endByCaller();
        assertThat(session.awaitEnd().values("Via").get(0)).startsWith("SIP/2.0/UDP");
    }
}
