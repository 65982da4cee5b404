package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** From the INVITE to the ACK, or to the refusal. */
@ContainerTest
class CallSetupIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    @Requirement("INI-10")
    void anInviteRingsIsAnsweredAndAcknowledged() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        in.answer(ANSWER);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void anInviteWithoutOfferIsOfferedInThe200AndAnsweredInTheAck() {
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().body()).isEmpty();
        in.answer(OFFER);
        assertThat(call.awaitResponse(200).sdp()).contains("m=audio").doesNotContain("20000");
        call.ack(ANSWER);
        assertThat(in.awaitAck().sdp()).contains("m=audio").doesNotContain("20002");
        new Conversation(call, in).end();
    }

    @Test
    void allProvisionalAnswersArePassedOn() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respond(181, Edit.reason("Being moved"));
        in.respond(182, Edit.header("X-Queue", "3 before you"));
        in.respond(183, Edit.sdp(ANSWER));
        in.ring();
        assertThat(call.awaitResponse(181).reason()).isEqualTo("Being moved");
        assertThat(call.awaitResponse(182).header("X-Queue")).contains("3 before you");
        assertThat(call.awaitResponse(183).sdp()).contains("m=audio");
        call.awaitResponse(180);
        in.answer(ANSWER);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void aRedirectionIsPassedOnWithAllItsContacts() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        bob.awaitCall()
                .respond(
                        302,
                        Edit.header("Contact", "\"Desk\" <sip:desk@192.0.2.1>;q=0.7;expires=60"),
                        Edit.header("Contact", "<tel:+4930123456>;q=0.1"));
        List<String> contacts = call.awaitResponse(302).values("Contact");
        assertThat(contacts).hasSize(2);
        assertThat(contacts.get(0))
                .contains("<sip:desk@192.0.2.1>")
                .contains(";q=0.7")
                .contains(";expires=60");
        assertThat(contacts.get(1)).contains("tel:+4930123456").contains(";q=0.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 415, 480, 486, 488, 500, 503, 580, 600, 603, 699})
    void aRefusalIsPassedOnWithItsReasonHeadersAndBody(int status) {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respond(
                status,
                Edit.reason("Not like this"),
                Edit.header("Retry-After", "120"),
                Edit.header("X-Why", "because"),
                Edit.body("text/plain", "I am out"));
        SipMessage refusal = call.awaitResponse(status);
        assertThat(refusal.reason()).isEqualTo("Not like this");
        assertThat(refusal.header("Retry-After")).contains("120");
        assertThat(refusal.header("X-Why")).contains("because");
        assertThat(refusal.bodyText()).isEqualTo("I am out");
        in.awaitAck();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void aChallengeCanBeAnsweredAtOnceWithTheSameCallId(int status) {
        String asks = status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        String answers = status == 401 ? "Authorization" : "Proxy-Authorization";
        ClientCall first = alice.invite(bob.uri(), OFFER);
        // Without spaces behind the commas, since Open Liberty takes them away.
        String challenge = "Digest realm=\"b,ob\",nonce=\"84a4cc6f\",qop=\"auth\"";
        String credentials = "Digest username=\"alice\",realm=\"b,ob\",response=\"42ce3cef\"";
        bob.awaitCall().respond(status, Edit.header(asks, challenge));
        assertThat(first.awaitResponse(status).header(asks)).contains(challenge);

        ClientCall second = alice.invite(
                bob.uri(),
                OFFER,
                Edit.set("Call-ID", first.request().callId()),
                Edit.set("From", first.request().header("From").orElseThrow()),
                Edit.set("CSeq", "2 INVITE"),
                Edit.header(answers, credentials));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().header(answers)).contains(credentials);
        in.answer(ANSWER);
        Conversation.acknowledged(second, in).end();
    }

    @Test
    void theAckIsPassedOnWithItsHeadersAndBody() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        call.awaitResponse(200);
        call.ack(Edit.header("X-Seen", "yes"), Edit.body("text/plain", "thank you"));
        SipMessage ack = in.awaitAck();
        assertThat(ack.header("X-Seen")).contains("yes");
        assertThat(ack.bodyText()).isEqualTo("thank you");
        new Conversation(call, in).end();
    }

    @Test
    void aSlowAckDoesNotMakeTheRepeated200AnotherAnswer() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        call.awaitResponse(200);
        assertThat(in.dialog().staysQuiet("BYE", A_WHILE.multipliedBy(2))).isTrue();
        call.ack();
        in.awaitAck();
        new Conversation(call, in).end();
    }

    @Test
    void aLostAckIsSentAgain() {
        AtomicBoolean lost = new AtomicBoolean();
        bob.endpoint().ignoreIncoming(m -> m.method().equals("ACK") && lost.compareAndSet(false, true));
        Conversation.between(alice, bob).end();
        assertThat(lost).isTrue();
    }

    @Test
    void aSecondInviteWithTheCallIdOfALivingCallIsRefused() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall second =
                alice.invite(bob.uri(), OFFER, Edit.set("Call-ID", talk.caller().callId()));
        second.awaitResponse(482);
        talk.end();
    }

    @Test
    void aCallGoesTheOtherWayRoundAsWell() {
        Conversation.between(bob, alice).end();
    }
}
