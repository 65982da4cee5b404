package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;

/** No call waits for ever, whoever falls silent. */
@ContainerTest
class UnansweredIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.call.ring-timeout", "1s"));
    }

    /** How long an answer is repeated before it is given up (RFC 3261 section 13.3.1.4), and a little more. */
    private static final Duration SIXTY_FOUR_T1 = Duration.ofSeconds(32 + 8);

    @Test
    void aCallThatOnlyRingsIsCancelledAndTheCallerIsTold() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        assertThat(call.awaitResponse(408).header("Warning")).isPresent();
        in.awaitCancel();
        in.awaitAck();
    }

    @Test
    void theCallOfACallerThatHasVanishedIsCancelled() {
        alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        alice.close();
        in.awaitCancel();
    }

    @Test
    void aReinviteThatNobodyAnswersEndsAndTheCallGoesOn() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.caller().reinvite(OFFER);
        IncomingCall in = talk.callee().awaitReinvite();
        in.ring();
        reinvite.awaitResponse(408);
        in.awaitCancel();
        talk.end();
    }

    @Test
    void anAnsweredCallIsNotTouched() {
        Conversation talk = Conversation.between(alice, bob);
        assertThat(talk.caller().staysQuiet("BYE", A_WHILE.multipliedBy(2))).isTrue();
        talk.end();
    }

    @Test
    void aCallWhoseOtherSideHasVanishedCanStillBeEnded() {
        Conversation talk = Conversation.between(alice, bob);
        bob.close();
        talk.caller().request("INFO").awaitResponse(408);
        talk.caller().bye().awaitResponse(200);
    }

    @Test
    void aCallWhoseAnswerIsNeverAcknowledgedIsEndedOnBothSides() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        call.awaitResponse(200);
        call.dialog().awaitRequest("BYE", SIXTY_FOUR_T1).respond(200);
        in.awaitAck();
        in.dialog().awaitBye();
    }
}
