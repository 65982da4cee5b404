package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.Transport;

/** Each leg has the transport its side asks for. */
@ContainerTest
class TransportsIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"UDP, UDP", "UDP, TCP", "TCP, UDP", "TCP, TCP"})
    void aCallKeepsTheTransportOfEachLeg(Transport callers, Transport callees) {
        Conversation talk = talk(callers, callees);
        assertThat(talk.in().transport()).isEqualTo(callees);
        assertThat(pass("INFO", talk.caller(), talk.callee()).transport()).isEqualTo(callees);
        assertThat(pass("INFO", talk.callee(), talk.caller()).transport()).isEqualTo(callers);
        PendingRequest bye = talk.callee().bye();
        assertThat(talk.caller().awaitBye().transport()).isEqualTo(callers);
        bye.awaitResponse(200);
    }

    @ParameterizedTest
    @CsvSource({"UDP, UDP", "UDP, TCP", "TCP, UDP", "TCP, TCP"})
    void aCallCanBeCancelledOnEachTransport(Transport callers, Transport callees) {
        ClientCall call = alice.invite(uriOfBob(callees), OFFER, via(callers));
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
        in.awaitAck();
    }

    @ParameterizedTest
    @CsvSource({"UDP, UDP", "UDP, TCP", "TCP, UDP", "TCP, TCP"})
    void aMessageOfTwentyKilobytesPasses(Transport callers, Transport callees) {
        String much = "x".repeat(20_000);
        ClientCall call = alice.invite(uriOfBob(callees), Edit.body("text/plain", much), via(callers));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().bodyText()).isEqualTo(much);
        in.respond(200, Edit.body("text/plain", much));
        assertThat(call.awaitResponse(200).bodyText()).isEqualTo(much);
        call.ack();
        in.awaitAck();
        new Conversation(call, in).end();
    }

    private Conversation talk(Transport callers, Transport callees) {
        ClientCall call = alice.invite(uriOfBob(callees), OFFER, via(callers));
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        return Conversation.acknowledged(call, in);
    }

    /** Takes the INVITE to the server over the transport, and later requests back, whatever the Request-URI asks for. */
    private Edit via(Transport transport) {
        String server = "sip:" + Server.HOST + ":" + Server.sipPort();
        String parameter = transport.name().toLowerCase(Locale.ROOT);
        return Edit.header("Route", "<" + server + ";lr;transport=" + parameter + ">")
                .then(Edit.set("Contact", alice.contact(transport)));
    }

    private String uriOfBob(Transport transport) {
        return bob.uri() + (transport == Transport.TCP ? ";transport=tcp" : "");
    }

    private static IncomingRequest pass(String method, Dialog from, Dialog to) {
        PendingRequest sent = from.request(method);
        IncomingRequest received = to.awaitRequest(method);
        received.respond(200);
        sent.awaitResponse(200);
        return received;
    }
}
