package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Transport;

/** Requests inside the dialog that do not touch media, and the end of the call. */
@ContainerTest
class InDialogIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "MESSAGE", "NOTIFY", "OPTIONS", "REFER", "SUBSCRIBE", "PUBLISH", "DANCE"})
    void aRequestFromEitherSideIsPassedOnAndSoIsItsAnswer(String method) {
        Conversation talk = Conversation.between(alice, bob);
        pass(method, talk.caller(), talk.callee(), alice.contact(Transport.UDP));
        pass(method, talk.callee(), talk.caller(), bob.contact(Transport.UDP));
        talk.end();
    }

    private static void pass(String method, Dialog from, Dialog to, String contact) {
        PendingRequest sent = from.request(
                method,
                Edit.header("Contact", contact),
                Edit.header("Event", "refer"),
                Edit.header("Subscription-State", "active;expires=60"),
                Edit.header("Refer-To", "<sip:carol@192.0.2.3?Replaces=a%3Bto-tag%3Db>"),
                Edit.header("Expires", "60"),
                Edit.body("text/plain;charset=utf-8", "Grüße"));
        IncomingRequest received = to.awaitRequest(method);
        assertThat(received.request().header("Event")).contains("refer");
        assertThat(received.request().header("Subscription-State")).contains("active;expires=60");
        assertThat(received.request().header("Refer-To")).contains("<sip:carol@192.0.2.3?Replaces=a%3Bto-tag%3Db>");
        assertThat(received.request().bodyText()).isEqualTo("Grüße");
        // Expires is a must in the answer to SUBSCRIBE (RFC 6665 section 3.1.1), and Restcomm sends none without it.
        received.respond(
                202, Edit.header("X-Taken", "yes"), Edit.header("Expires", "60"), Edit.body("text/plain", "thanks"));
        SipMessage answer = sent.awaitFinal();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("X-Taken")).contains("yes");
        assertThat(answer.bodyText()).isEqualTo("thanks");
    }

    @Test
    void aRefusalIsPassedOn() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest info = talk.callee().request("INFO");
        talk.caller().awaitRequest("INFO").respond(469, Edit.reason("Bad Info Package"), Edit.header("Recv-Info", "x"));
        SipMessage refusal = info.awaitResponse(469);
        assertThat(refusal.reason()).isEqualTo("Bad Info Package");
        assertThat(refusal.header("Recv-Info")).contains("x");
        talk.end();
    }

    @Test
    void requestsKeepTheirOrder() {
        Conversation talk = Conversation.between(alice, bob);
        List<String> numbers =
                IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        numbers.forEach(number -> talk.caller().request("INFO", Edit.header("X-Number", number)));
        assertThat(numbers.stream().map(number -> numberOf(talk.callee()))).containsExactlyElementsOf(numbers);
        talk.end();
    }

    private static String numberOf(Dialog dialog) {
        IncomingRequest info = dialog.awaitRequest("INFO");
        info.respond(200);
        return info.request().header("X-Number").orElse("none");
    }

    @Test
    void theCalleeHangsUp() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest bye = talk.callee().bye();
        talk.caller().awaitBye();
        bye.awaitResponse(200);
    }

    @Test
    void bothHangUpAtOnce() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest byAlice = talk.caller().bye();
        PendingRequest byBob = talk.callee().bye();
        byAlice.awaitResponse(200);
        byBob.awaitResponse(200);
    }

    @Test
    void aByeTellsWhyWithAllItsHeadersAndBody() {
        Conversation talk = Conversation.between(alice, bob);
        talk.callee()
                .bye(
                        Edit.header("Reason", "Q.850;cause=16;text=\"Terminated\""),
                        Edit.header("Reason", "SIP;cause=200"),
                        Edit.body("text/plain", "bye bye"));
        SipMessage bye = talk.caller().awaitBye().request();
        assertThat(bye.values("Reason")).containsExactly("Q.850;cause=16;text=\"Terminated\"", "SIP;cause=200");
        assertThat(bye.bodyText()).isEqualTo("bye bye");
    }

    @Test
    void aByeEndsAReinviteThatIsOpen() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.caller().reinvite(OFFER);
        IncomingCall in = talk.callee().awaitReinvite();
        in.respond(100);
        talk.caller().bye().awaitResponse(200);
        reinvite.awaitResponse(487);
        talk.callee().awaitBye();
    }

    @Test
    void aByeEndsARequestThatIsOpen() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest info = talk.caller().request("INFO");
        IncomingRequest in = talk.callee().awaitRequest("INFO");
        PendingRequest bye = talk.callee().bye();
        talk.caller().awaitBye();
        bye.awaitResponse(200);
        in.respond(200);
        assertThat(info.awaitFinal().status()).isIn(200, 481);
    }

    @Test
    void anAnswerThatComesBeforeTheByeIsAnsweredIsPassedOn() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest info = talk.caller().request("INFO");
        IncomingRequest in = talk.callee().awaitRequest("INFO");
        talk.callee().bye();
        in.respond(200);
        talk.caller().awaitBye();
        assertThat(info.awaitFinal().status()).isIn(200, 481);
    }

    @Test
    void afterTheByeThereIsNoDialog() {
        Conversation talk = Conversation.between(alice, bob);
        talk.end();
        talk.caller().request("INFO").awaitResponse(481);
        talk.callee().request("INFO").awaitResponse(481);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYE", "INFO", "INVITE", "UPDATE"})
    void aRequestOfADialogThatNobodyKnowsIsTold481(String method) {
        PendingRequest lost = alice.request(
                method, bob.uri(), Edit.set("To", "<" + bob.uri() + ">;tag=gone"), Edit.header("X-Lost", "yes"));
        lost.awaitResponse(481);
    }

    @Test
    void whatIsNoCallIsNotTaken() {
        SipMessage answer = alice.request("MESSAGE", bob.uri()).awaitResponse(405);
        assertThat(answer.values("Allow")).contains("INVITE", "UPDATE", "PRACK");
    }

    @Test
    void optionsOutsideOfACallTellWhatIsTaken() {
        SipMessage answer =
                alice.request("OPTIONS", "sip:127.0.0.1:" + Server.sipPort()).awaitResponse(200);
        assertThat(answer.values("Allow")).contains("INVITE", "UPDATE", "PRACK").doesNotHaveDuplicates();
    }
}
