package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** Bodies pass byte for byte, but for the session description that leads media through the relay. */
@ContainerTest
class BodiesIT extends CallTest {

    private static final byte[] EVERY_BYTE = everyByte();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "text/plain",
                "text/plain;charset=utf-8",
                "application/isup;version=nxv3;base=etsi121",
                "application/x-q931;odd=\"a;b\"",
                "application/dtmf-relay",
                "message/sipfrag;version=2.0",
                "image/png",
                "application/pidf+xml"
            })
    void aBodyOfAnyTypePassesBothWaysByteForByte(String type) {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest sent = talk.caller().request("INFO", m -> m.withBody(type, EVERY_BYTE));
        IncomingRequest received = talk.callee().awaitRequest("INFO");
        assertThat(received.request().body()).isEqualTo(EVERY_BYTE);
        assertThat(contentType(received.request())).isEqualTo(type);
        received.respond(200, m -> m.withBody(type, EVERY_BYTE));
        SipMessage answer = sent.awaitResponse(200);
        assertThat(answer.body()).isEqualTo(EVERY_BYTE);
        assertThat(contentType(answer)).isEqualTo(type);
        talk.end();
    }

    /** Restcomm writes the header of a message, too, in the charset of its body, so it can not write this one. */
    @Test
    void aBodyInACharsetThatNobodyKnowsPassesOrIsRefused() {
        Conversation talk = Conversation.between(alice, bob);
        bob.handle(BodiesIT::isWelcome);
        PendingRequest sent =
                talk.caller().request("INFO", m -> m.withBody("text/plain;charset=x-nobody-knows", EVERY_BYTE));
        assertThat(sent.awaitFinal().status()).isIn(200, 500, 503);
        talk.end();
    }

    private static boolean isWelcome(IncomingRequest request) {
        boolean info = request.request().method().equals("INFO");
        if (info) {
            request.respond(200);
        }
        return info;
    }

    private static String contentType(SipMessage message) {
        return message.header("Content-Type").orElse("").replaceAll("\\s*;\\s*", ";");
    }

    @Test
    void headersOfTheBodyPassToo() {
        ClientCall call = alice.invite(
                bob.uri(),
                Edit.body("text/plain", "x"),
                Edit.header("Content-Disposition", "render;handling=optional"),
                Edit.header("Content-Encoding", "identity"),
                Edit.header("Content-Language", "de"),
                Edit.header("MIME-Version", "1.0"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().header("Content-Disposition")).contains("render;handling=optional");
        assertThat(in.request().header("Content-Encoding")).contains("identity");
        assertThat(in.request().header("Content-Language")).contains("de");
        assertThat(in.request().header("MIME-Version")).contains("1.0");
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void inAMultipartOnlyTheSessionDescriptionChanges() {
        BodyPart isup = BodyPart.of("application/isup;version=x", "signal;handling=optional", "\u0001IAM");
        BodyPart location = BodyPart.of("application/pidf+xml", "", "<presence/>");
        Edit parts = Edit.multipart(isup, BodyPart.of("application/sdp", "session", OFFER), location);
        ClientCall call = alice.invite(bob.uri(), parts);
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().header("Content-Type").orElseThrow()).startsWith("multipart/mixed");
        assertThat(in.request().parts()).hasSize(3);
        assertThat(in.request().body("application/isup")).contains("\u0001IAM".getBytes(UTF_8));
        assertThat(in.request().parts().get(0).header("Content-Disposition")).contains("signal;handling=optional");
        assertThat(in.request().body("application/pidf+xml")).contains("<presence/>".getBytes(UTF_8));
        assertThat(in.offer()).contains("m=audio").doesNotContain("20000");
        in.respond(
                200,
                Edit.multipart(
                        BodyPart.of("application/sdp", "", ANSWER), BodyPart.of("application/isup", "", "\u0002ANM")));
        SipMessage answer = call.awaitResponse(200);
        assertThat(answer.body("application/isup")).contains("\u0002ANM".getBytes(UTF_8));
        assertThat(answer.sdp()).contains("m=audio").doesNotContain("20002");
        call.ack();
        in.awaitAck();
        new Conversation(call, in).end();
    }

    @Test
    void inTheSessionDescriptionOnlyAddressesChange() {
        ClientCall call = alice.invite(bob.uri(), OFFER.replace("t=0 0\r\n", "b=AS:84\r\nt=0 0\r\na=x-odd:1 2 3\r\n"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.offer().replaceAll("m=audio \\d+", "m=audio 0"))
                .isEqualTo(call.request().sdp().replace("m=audio 20000", "m=audio 0"));
        in.respond(486);
        call.awaitResponse(486);
    }
}
