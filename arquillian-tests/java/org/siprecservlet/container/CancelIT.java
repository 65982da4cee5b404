package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;

/** The caller gives up, at every moment at which one can. */
@ContainerTest
class CancelIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    void beforeTheCalleeHasSaidAnythingTheCancelWaitsForItsFirstWord() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.ring();
        in.awaitCancel();
        in.awaitAck();
    }

    @Test
    void afterOnlyA100TheCalleeIsCancelled() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respond(100);
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
        in.awaitAck();
    }

    @Test
    void whileItRingsTheCalleeIsCancelled() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
        in.awaitAck();
    }

    @Test
    void theCalleeIsToldWhy() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        call.cancel(Edit.header("Reason", "SIP;cause=200;text=\"Call completed elsewhere\""));
        assertThat(in.awaitCancel().request().header("Reason"))
                .contains("SIP;cause=200;text=\"Call completed elsewhere\"");
    }

    @Test
    void aCalleeThatAnswersInsteadOfRingingAfterACancelIsHungUpOn() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.answer(ANSWER);
        in.awaitAck();
        in.dialog().awaitBye();
    }

    @Test
    void anAnswerThatCrossesTheCancelIsAcknowledgedAndEnded() {
        bob.leaveCancelUnanswered();
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        call.cancel().awaitResponse(200);
        IncomingRequest cancel = in.awaitCancel();
        in.answer(ANSWER);
        cancel.respond(200);
        call.awaitResponse(487);
        in.awaitAck();
        in.dialog().awaitBye();
    }

    @RepeatedTest(20)
    void whateverWinsTheRaceBothSidesAgree() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        in.answer(ANSWER);
        call.cancel();
        if (call.awaitFinal().status() == 200) {
            call.ack();
            in.awaitAck();
            new Conversation(call, in).end();
        } else {
            in.awaitAck();
            in.dialog().awaitBye();
        }
    }

    @Test
    void afterTheAnswerACancelChangesNothing() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        call.awaitResponse(200);
        call.cancel();
        call.ack();
        in.awaitAck();
        assertThat(in.dialog().staysQuiet("BYE", A_WHILE)).isTrue();
        new Conversation(call, in).end();
    }

    @Test
    void aReinviteCanBeCancelledAndTheCallGoesOn() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.caller().reinvite(OFFER);
        IncomingCall in = talk.callee().awaitReinvite();
        in.ring();
        reinvite.awaitResponse(180);
        reinvite.cancel().awaitResponse(200);
        reinvite.awaitResponse(487);
        in.awaitCancel();
        in.awaitAck();
        var next = talk.callee().reinvite(OFFER);
        talk.caller().awaitReinvite().answer(ANSWER);
        next.awaitResponse(200);
        next.ack();
        talk.end();
    }

    @Test
    void aCallerThatHangsUpEarlyWithAByeIsTakenAtItsWord() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        call.dialog().bye().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
    }
}
