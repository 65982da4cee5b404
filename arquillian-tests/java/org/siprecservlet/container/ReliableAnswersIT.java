package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** Reliable provisional answers and their PRACK (RFC 3262), and what is negotiated before the call is answered. */
@ContainerTest
class ReliableAnswersIT extends CallTest {

    private static final Edit TAKES_RELIABLE = Edit.header("Supported", "100rel");

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    void aReliableAnswerIsReliableOnBothLegs() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().values("Supported")).contains("100rel");
        in.respondReliably(183, ANSWER);
        SipMessage progress = call.awaitResponse(183);
        assertThat(progress.values("Require")).containsExactly("100rel");
        assertThat(progress.sdp()).contains("m=audio").doesNotContain("20002");

        PendingRequest prack = call.prack(progress, Edit.header("X-Heard", "yes"));
        IncomingRequest received = in.awaitPrack();
        assertThat(received.request().header("X-Heard")).contains("yes");
        received.respond(200);
        prack.awaitResponse(200);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void reliableAnswersFollowEachOther() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        in.respondReliably(180);
        acknowledge(call, in, 180);
        in.respondReliably(182);
        acknowledge(call, in, 182);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void aReliableAnswerWaitsForThePrackOfTheOneBefore() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        SipMessage first = call.awaitResponse(183);
        in.respondReliably(180);
        assertThat(in.dialog().staysQuiet("PRACK", A_WHILE)).isTrue();
        PendingRequest prack = call.prack(first);
        in.awaitPrack().respond(200);
        prack.awaitResponse(200);
        acknowledge(call, in, 180);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void anUnreliableAnswerBetweenReliableOnesIsPassedOnAsOne() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.ring();
        assertThat(call.awaitResponse(180).header("RSeq")).isEmpty();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void anOfferInAReliableAnswerIsAnsweredInThePrack() {
        ClientCall call = alice.invite(bob.uri(), TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, OFFER);
        SipMessage progress = call.awaitResponse(183);
        assertThat(progress.sdp()).contains("m=audio").doesNotContain("20000");
        PendingRequest prack = call.prack(progress, Edit.sdp(ANSWER));
        IncomingRequest received = in.awaitPrack();
        assertThat(received.request().sdp()).contains("m=audio").doesNotContain("20002");
        received.respond(200);
        prack.awaitResponse(200);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void aPrackMayMakeAnotherOffer() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        PendingRequest prack = call.prack(call.awaitResponse(183), Edit.sdp(OFFER));
        IncomingRequest received = in.awaitPrack();
        assertThat(received.request().sdp()).contains("m=audio").doesNotContain("20000");
        received.respond(200, Edit.sdp(ANSWER));
        assertThat(prack.awaitResponse(200).sdp()).contains("m=audio").doesNotContain("20002");
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void theCallerMayUpdateAnEarlyDialog() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        PendingRequest update = call.dialog().update(OFFER);
        in.dialog().awaitRequest("UPDATE").respond(200, Edit.sdp(ANSWER));
        assertThat(update.awaitResponse(200).sdp()).contains("m=audio").doesNotContain("20002");
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void theCalleeMayUpdateAnEarlyDialog() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        PendingRequest update = in.dialog().update(OFFER);
        call.dialog().awaitRequest("UPDATE").respond(200, Edit.sdp(ANSWER));
        assertThat(update.awaitResponse(200).sdp()).contains("m=audio").doesNotContain("20002");
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void anAnswerThatIsRepeatedInThe200AfterAnUpdateIsNotTakenForOne() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        PendingRequest update = in.dialog().update(OFFER);
        call.dialog().awaitRequest("UPDATE").respond(200, Edit.sdp(ANSWER));
        update.awaitResponse(200);
        in.answer(ANSWER);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void anUpdateIsRefusedWhileTheOfferOfTheInviteIsOpen() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(180);
        acknowledge(call, in, 180);
        in.dialog().update(OFFER).awaitResponse(491);
        assertThat(call.dialog().update(OFFER).awaitResponse(500).header("Retry-After"))
                .isPresent();
        in.answer(ANSWER);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void aRefusedPrackIsRefusedToTheCaller() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        PendingRequest prack = call.prack(call.awaitResponse(183), Edit.sdp(OFFER));
        in.awaitPrack().respond(488);
        prack.awaitResponse(488);
        in.respond(200);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void aCallWithAReliableAnswerCanBeCancelled() {
        ClientCall call = alice.invite(bob.uri(), OFFER, TAKES_RELIABLE);
        IncomingCall in = bob.awaitCall();
        in.respondReliably(183, ANSWER);
        acknowledge(call, in, 183);
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
    }

    private static void acknowledge(ClientCall call, IncomingCall in, int status) {
        PendingRequest prack = call.prack(call.awaitResponse(status));
        in.awaitPrack().respond(200);
        prack.awaitResponse(200);
    }
}
