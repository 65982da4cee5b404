package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;

/** Re-INVITE and UPDATE of an answered call, from either side and from both. */
@ContainerTest
class LaterOffersIT extends CallTest {

    private static final String HOLD =
            Sdp.version(2, "127.0.0.1", List.of(audio(20000, 0).sendonly()));
    private static final String HELD =
            Sdp.version(2, "127.0.0.1", List.of(audio(20002, 0).recvonly()));

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    void theCallerMayReinvite() {
        Conversation talk = Conversation.between(alice, bob);
        reinvite(talk.caller(), talk.callee());
        talk.end();
    }

    @Test
    void theCalleeMayReinvite() {
        Conversation talk = Conversation.between(alice, bob);
        reinvite(talk.callee(), talk.caller());
        talk.end();
    }

    private static void reinvite(Dialog from, Dialog to) {
        ClientCall reinvite = from.reinvite(HOLD, Edit.header("X-Why", "hold"));
        IncomingCall in = to.awaitReinvite();
        assertThat(in.request().header("X-Why")).contains("hold");
        assertThat(in.offer()).contains("a=sendonly").doesNotContain("20000");
        in.answer(HELD, Edit.header("X-Held", "yes"));
        var answer = reinvite.awaitResponse(200);
        assertThat(answer.sdp()).contains("a=recvonly").doesNotContain("20002");
        assertThat(answer.header("X-Held")).contains("yes");
        reinvite.ack();
        in.awaitAck();
    }

    @Test
    void aReinviteWithoutOfferIsOfferedInThe200AndAnsweredInTheAck() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.callee().reinvite();
        IncomingCall in = talk.caller().awaitReinvite();
        assertThat(in.offer()).isEmpty();
        in.answer(OFFER);
        assertThat(reinvite.awaitResponse(200).sdp()).contains("m=audio").doesNotContain("20000");
        reinvite.ack(ANSWER);
        assertThat(in.awaitAck().sdp()).contains("m=audio").doesNotContain("20002");
        talk.end();
    }

    @Test
    void theCallerMayUpdate() {
        Conversation talk = Conversation.between(alice, bob);
        update(talk.caller(), talk.callee());
        talk.end();
    }

    @Test
    void theCalleeMayUpdate() {
        Conversation talk = Conversation.between(alice, bob);
        update(talk.callee(), talk.caller());
        talk.end();
    }

    private static void update(Dialog from, Dialog to) {
        PendingRequest update = from.update(HOLD);
        IncomingRequest in = to.awaitRequest("UPDATE");
        assertThat(in.request().sdp()).contains("a=sendonly").doesNotContain("20000");
        in.respond(200, Edit.sdp(HELD));
        assertThat(update.awaitResponse(200).sdp()).contains("a=recvonly").doesNotContain("20002");
    }

    @Test
    void anUpdateWithoutOfferIsPassedOn() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest update = talk.caller().request("UPDATE", Edit.header("Session-Expires", "1800;refresher=uac"));
        IncomingRequest in = talk.callee().awaitRequest("UPDATE");
        assertThat(in.request().header("Session-Expires")).contains("1800;refresher=uac");
        in.respond(200);
        update.awaitResponse(200);
        talk.end();
    }

    @Test
    void aRefusedReinviteLeavesTheCallAsItWas() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall refused = talk.caller().reinvite(HOLD);
        talk.callee().awaitReinvite().respond(488, Edit.header("Warning", "304 bob \"Media type not available\""));
        assertThat(refused.awaitResponse(488).header("Warning")).contains("304 bob \"Media type not available\"");
        reinvite(talk.callee(), talk.caller());
        talk.end();
    }

    @Test
    void aRefusedUpdateLeavesTheCallAsItWas() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest refused = talk.caller().update(HOLD);
        talk.callee().awaitRequest("UPDATE").respond(488);
        refused.awaitResponse(488);
        update(talk.callee(), talk.caller());
        talk.end();
    }

    @Test
    void whoReinvitesWhileTheOthersReinviteIsOpenIsTold491() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall first = talk.caller().reinvite(HOLD);
        IncomingCall in = talk.callee().awaitReinvite();
        talk.callee().reinvite(HOLD).awaitResponse(491);
        in.answer(HELD);
        first.awaitResponse(200);
        first.ack();
        in.awaitAck();
        talk.end();
    }

    @Test
    void whoUpdatesWhileTheOthersReinviteIsOpenIsTold491() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall first = talk.callee().reinvite(HOLD);
        IncomingCall in = talk.caller().awaitReinvite();
        talk.caller().update(HOLD).awaitResponse(491);
        in.answer(HELD);
        first.awaitResponse(200);
        first.ack();
        in.awaitAck();
        talk.end();
    }

    @Test
    void whoUpdatesWhileTheOthersUpdateIsOpenIsTold491() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest first = talk.caller().update(HOLD);
        IncomingRequest in = talk.callee().awaitRequest("UPDATE");
        talk.callee().update(HOLD).awaitResponse(491);
        in.respond(200, Edit.sdp(HELD));
        first.awaitResponse(200);
        talk.end();
    }

    @Test
    void whenBothReinviteAtOnceNoMoreThanOneSucceedsAndTheCallGoesOn() {
        Conversation talk = Conversation.between(alice, bob);
        // Each phone refuses, as it must, while its own offer is open.
        alice.handle(r -> r.method().equals("INVITE") && refuse(r));
        bob.handle(r -> r.method().equals("INVITE") && refuse(r));
        ClientCall byAlice = talk.caller().reinvite(HOLD);
        ClientCall byBob = talk.callee().reinvite(HOLD);
        assertThat(byAlice.awaitFinal().status()).isEqualTo(491);
        assertThat(byBob.awaitFinal().status()).isEqualTo(491);
        alice.handle(r -> false);
        bob.handle(r -> false);
        reinvite(talk.caller(), talk.callee());
        talk.end();
    }

    private static boolean refuse(IncomingRequest reinvite) {
        reinvite.respond(491);
        return true;
    }

    @Test
    void anInfoIsPassedOnWhileAReinviteIsOpen() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.caller().reinvite(HOLD);
        IncomingCall in = talk.callee().awaitReinvite();
        PendingRequest info = talk.callee().request("INFO");
        talk.caller().awaitRequest("INFO").respond(200);
        info.awaitResponse(200);
        in.answer(HELD);
        reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();
        talk.end();
    }

    @Test
    void aSideThatMovesIsFoundAtItsNewContact() {
        Conversation talk = Conversation.between(alice, bob);
        String moved = alice.uri().replace("alice@", "alice-on-the-road@");
        ClientCall reinvite = talk.caller().reinvite(OFFER, Edit.set("Contact", "<" + moved + ">"));
        IncomingCall in = talk.callee().awaitReinvite();
        in.answer(ANSWER);
        reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();
        PendingRequest info = talk.callee().request("INFO");
        IncomingRequest received = talk.caller().awaitRequest("INFO");
        assertThat(received.request().requestUri()).startsWith(moved);
        received.respond(200);
        info.awaitResponse(200);
        talk.end();
    }
}
