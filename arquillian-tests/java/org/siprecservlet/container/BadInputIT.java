package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Hop;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Transport;
import org.siprecservlet.testkit.sip.UserAgent;

/** Whatever is sent to the server, the next call passes. */
@ContainerTest
class BadInputIT extends CallTest {

    private static final int ANSWER_MILLIS = 10_000;
    private static final String CONNECTION_ENDED = "the connection has ended";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    /** Is called by whatever the server passes on, and is always busy. */
    private final UserAgent carol = UserAgent.start("carol", phones.trace).handle(BadInputIT::isBusy);

    @AfterEach
    void theNextCallPasses() {
        alice.endpoint().dropConnections();
        Conversation.between(alice, bob).end();
        carol.close();
    }

    private static boolean isBusy(IncomingRequest request) {
        request.respond(486);
        return false;
    }

    @Test
    void anInviteWithoutContactIsRefused() {
        alice.invite(bob.uri(), OFFER, Edit.without("Contact"))
                .awaitResponse(Container.underTest().answerToAMissingHeader());
    }

    @Test
    void anInviteWhoseContactIsEverywhereIsRefused() {
        alice.invite(bob.uri(), OFFER, Edit.set("Contact", "*")).awaitResponse(400);
    }

    @Test
    void anInviteWithAnEmptyCallIdIsRefused() {
        alice.invite(bob.uri(), OFFER, Edit.set("Call-ID", ""))
                .awaitResponse(Container.underTest().answerToAMissingHeader());
    }

    @Test
    @Requirement("SRI-02")
    void aRecordingSessionThatARecorderBeginsIsNotTaken() {
        SipMessage refusal =
                alice.invite(bob.uri(), OFFER, Edit.header("Require", "siprec")).awaitResponse(420);
        assertThat(refusal.values("Unsupported")).containsExactly("siprec");
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Contact      | <>",
                "Contact      | nothing",
                "From         | <>",
                "From         | nobody",
                "From         | \"open <sip:alice@example.com>;tag=1",
                "To           | <sip:>",
                "To           | <tel:>",
                "CSeq         | 99999999999999999999 INVITE",
                "CSeq         | 1 BYE",
                "CSeq         | -1 INVITE",
                "Max-Forwards | many",
                "Max-Forwards | -1",
                "Max-Forwards | 99999999999",
                "Via          | SIP/2.0/UDP",
                "Via          | nonsense",
                "Content-Type | nonsense",
                "Content-Type | /;=",
                "Content-Type | ''",
                "Require      | x-nobody-has-this",
                "Route        | <nonsense>",
                "Expires      | soon"
            })
    void aHeaderThatCanNotBeReadIsRefusedOrPassedOn(String name, String value) {
        send(Edit.set(name, value));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"From", "To", "Call-ID", "CSeq", "Via", "Max-Forwards", "Content-Type"})
    void aHeaderThatIsMissingIsNoticedOrNotNeeded(String name) {
        send(m -> m.without(name));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "INVITE nonsense SIP/2.0",
                "INVITE sip:bob@127.0.0.1:99999 SIP/2.0",
                "INVITE sip:%zz@127.0.0.1 SIP/2.0",
                "INVITE sip:bob@[::1 SIP/2.0",
                "INVITE sip: SIP/2.0",
                "INVITE sip:bob@127.0.0.1 SIP/3.0",
                "INVITE sip:bob@127.0.0.1",
                "invite sip:bob@127.0.0.1 SIP/2.0",
                "SIP/2.0 200 OK",
                "SIP/2.0 abc OK",
                "GET / HTTP/1.1"
            })
    void aStartLineThatCanNotBeReadDoesNoHarm(String line) {
        String message = text(invite());
        raw(Transport.UDP, line + message.substring(message.indexOf("\r\n")));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", "\r\n\r\n", "\u0000", "INVITE", "x\r\n\r\n", "\r\n\r\nINVITE sip:a@b SIP/2.0\r\n\r\n"})
    void noiseDoesNoHarm(String noise) {
        raw(Transport.UDP, noise);
        raw(Transport.TCP, noise);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"0", "1", "100", "1000", "99999999999", "-1", "many", ""})
    void aContentLengthThatIsNotThatOfTheBodyIsRefusedOrIgnoredOverUdp(String length) {
        send(Edit.set("Content-Length", length));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"-1", "many", "99999999999", "2147483647", ""})
    void aContentLengthThatIsNoneIsRefusedOverTcpOrTheConnectionEnds(String length) {
        raw(Transport.TCP, text(invite().with("Content-Length", length)));
    }

    /** Some tell so before they close the connection, some do so while the rest is still being sent, some say nothing. */
    @Test
    void aBodyOfTwoMegabytesIsRefusedOrTheConnectionEnds() throws IOException {
        String twoMegabytes = text(Edit.all(invite(), Edit.body("text/plain", "x".repeat(2 * 1024 * 1024))));
        try (Socket connection = new Socket(Server.HOST, Server.sipPort())) {
            assertThat(answer(connection, twoMegabytes)).containsAnyOf(CONNECTION_ENDED, " 400 ", " 413 ");
        }
        assertThat(carol.staysQuiet(A_WHILE)).isTrue();
    }

    private static String answer(Socket connection, String message) throws IOException {
        connection.setSoTimeout(ANSWER_MILLIS);
        BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        try {
            connection.getOutputStream().write(message.getBytes(UTF_8));
            return Objects.requireNonNullElse(reader.readLine(), CONNECTION_ENDED);
        } catch (SocketException ended) {
            return CONNECTION_ENDED;
        }
    }

    @Test
    void aBodyOfSixtyKilobytesPasses() {
        ClientCall call = alice.invite(bob.uri() + ";transport=tcp", Edit.body("text/plain", "x".repeat(60 * 1024)));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().body()).hasSize(60 * 1024);
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void aHundredThousandBytesOfHeadersDoNoHarm() {
        Edit many = m -> m;
        for (int i = 0; i < 1000; i++) {
            many = many.then(Edit.header("X-Many-" + i, "x".repeat(100)));
        }
        ClientCall call = alice.invite(bob.uri() + ";transport=tcp", OFFER, many);
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().header("X-Many-999")).isPresent();
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void aFoldedHeaderIsOneHeader() {
        ClientCall call = alice.invite(
                bob.uri(), OFFER, Edit.header("Subject", "one\r\n two\r\n\tthree"), Edit.header("X-Next", "yes"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().header("Subject").orElseThrow().split("\\s+"))
                .isEqualTo(Container.underTest().unfolded("one two three").split(" "));
        assertThat(in.request().header("X-Next")).contains("yes");
        in.respond(486);
        call.awaitResponse(486);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "\"a\\\r\nX-Injected: yes\" <sip:alice@example.com>;tag=1",
                "\"a\r\n b\" <sip:alice@example.com>;tag=1",
                "\"a\rX-Injected: yes\" <sip:alice@example.com>;tag=1",
                "\"%0d%0aX-Injected: yes\" <sip:alice@example.com>;tag=1",
                "\"a\u0000b\u0007\" <sip:alice@example.com>;tag=1",
                "<sip:alice%0D%0AX-Injected:%20yes@example.com>;tag=1",
                "<sip:<b>&'@example.com>;tag=1",
                "\"<&>'\" <sip:alice&amp;@example.com>;tag=1",
                "<sip:jürgen@example.com>;tag=1"
            })
    void nothingInAnIdentityBecomesAHeaderOfItsOwn(String from) {
        int status = alice.invite(carol.uri(), OFFER, Edit.set("From", from))
                .awaitFinal()
                .status();
        assertThat(status).isIn(400, 486);
        if (status == 486) {
            assertThat(carol.awaitCall().request().header("X-Injected")).isEmpty();
        }
    }

    /** Sends an INVITE that the server may refuse, pass on or drop. */
    private void send(Edit edit) {
        raw(Transport.UDP, text(Edit.all(invite(), edit)));
    }

    private static String text(SipMessage message) {
        return new String(message.toBytes(), UTF_8);
    }

    /** Over a connection of its own, which the server may close at any time, also before it has the whole text. */
    private void raw(Transport transport, String text) {
        alice.endpoint().dropConnections();
        try {
            alice.endpoint().sendRaw(text, new Hop(transport, new InetSocketAddress(Server.HOST, Server.sipPort())));
        } catch (UncheckedIOException closed) {
            assertThat(transport).as("who may refuse to take a text").isEqualTo(Transport.TCP);
        }
    }

    private SipMessage invite() {
        String id = "raw-" + UUID.randomUUID();
        return Edit.all(
                SipMessage.request("INVITE", carol.uri())
                        .with(
                                "Via",
                                "SIP/2.0/UDP 127.0.0.1:"
                                        + alice.endpoint().address().getPort() + ";branch=z9hG4bK-raw-"
                                        + System.nanoTime())
                        .with("Max-Forwards", "70")
                        .with("From", "<" + alice.uri() + ">;tag=raw")
                        .with("To", "<" + carol.uri() + ">")
                        .with("Call-ID", id)
                        .with("CSeq", "1 INVITE")
                        .with("Contact", alice.contact(Transport.UDP)),
                Edit.sdp(OFFER));
    }
}
