package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sip.Edit.header;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.TlsFront;

/** Recorders that are reached over TLS, and such as show a certificate that nobody trusts. */
@ContainerTest
class RecordingOverTlsIT {

    private static final int TLS_PORT = FreePorts.block(1);
    private static final int SECOND_PORT = FreePorts.block(1);
    private static final String OVER_TLS = "sip:recorder@" + Server.HOST + ":" + TLS_PORT + ";transport=tls";

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                rules:
                  - when: {header: {X-Scheme: sips}}
                    servers: ["sips:recorder@127.0.0.1:%1$d", "sip:second@127.0.0.1:%2$d"]
                  - servers: ["sip:recorder@127.0.0.1:%1$d;transport=tls", "sip:second@127.0.0.1:%2$d"]
                """,
                TLS_PORT,
                SECOND_PORT);
        return Wars.siprecServlet(rules, Map.of());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private TlsFront front(SSLContext identity) {
        return TlsFront.start(identity, Server.HOST, TLS_PORT, new InetSocketAddress(Server.HOST, Stage.RECORDER_PORT));
    }

    @Test
    @Requirement({"SEC-01", "SEC-14"})
    void aRecorderThatIsTrustedIsReachedOverTls() {
        stage.recorder.will(
                session -> session.acceptWith(lines -> lines, Edit.set("Contact", "<" + OVER_TLS + ">;+sip.srs")));
        try (TlsFront front = front(Tls.right())) {
            Talk talk = stage.call();
            RecordedSession session = stage.session();
            assertThat(session.invite().values("Via").get(0)).startsWith("SIP/2.0/TLS");
            Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
            Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
            assertThat(second.sessions()).isEmpty();
            talk.endByCaller();
            assertThat(session.awaitEnd().values("Via").get(0)).startsWith("SIP/2.0/TLS");
            assertThat(front.tries()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip", "sips"})
    @Requirement({"SEC-03", "SEC-06"})
    void theNextIsTriedWhenTheFirstShowsAWrongCertificate(String scheme) {
        stage.letTheServerComplain();
        try (TlsFront front = front(Tls.wrong())) {
            assertRecordedByTheSecond(scheme);
            assertThat(front.tries()).isPositive();
            assertThat(stage.recorder.sessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip", "sips"})
    void theNextIsTriedWhenNobodyListensAtTheFirst(String scheme) {
        stage.letTheServerComplain();
        assertRecordedByTheSecond(scheme);
    }

    @Test
    void theNextIsTriedWhenTheFirstTakesConnectionsAndSaysNothing() throws IOException {
        stage.letTheServerComplain();
        ServerSocket mute = new ServerSocket(TLS_PORT, 10, InetAddress.getByName(Server.HOST));
        try {
            assertRecordedByTheSecond("sip");
        } finally {
            mute.close();
        }
    }

    private void assertRecordedByTheSecond(String scheme) {
        Talk talk = stage.call(header("X-Scheme", scheme));
        RecordedSession session = second.awaitSession(Duration.ofSeconds(10));
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
        talk.assertBothAreHeard();
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
    }
}
