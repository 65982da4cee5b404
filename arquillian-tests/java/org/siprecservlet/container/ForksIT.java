package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;

/** A proxy behind the server lets several phones ring. */
@ContainerTest
class ForksIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Sessions.in(Wars.siprecServlet(Map.of()));
    }

    @AfterAll
    static void theContainerHasForgottenEverySession() {
        Sessions.awaitNone();
    }

    @Test
    void allBranchesShowAsOneToTheCaller() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 180);
        in.respondAs("mobile", 183, Edit.sdp(ANSWER));
        String tag = call.awaitResponse(180).toTag();
        assertThat(call.awaitResponse(183).toTag()).isEqualTo(tag);
        in.respondAs("desk", 200, Edit.sdp(ANSWER));
        assertThat(call.awaitResponse(200).toTag()).isEqualTo(tag);
        call.ack();
        in.awaitAck();
        end(call, in.dialog("desk"));
    }

    @Test
    void requestsGoToTheBranchThatAnsweredThoughAnotherRangLast() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 180);
        in.respondAs("mobile", 180);
        in.respondAs("desk", 200, Edit.sdp(ANSWER));
        call.awaitResponse(200);
        assertThat(call.ack()).isNotNull();
        assertThat(in.awaitAck().toTag()).isEqualTo("desk");
        PendingRequest info = call.dialog().request("INFO");
        in.dialog("desk").awaitRequest("INFO").respond(200);
        info.awaitResponse(200);
        end(call, in.dialog("desk"));
    }

    @Test
    void theSecondPhoneToAnswerIsAcknowledgedAndHungUpOn() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 180);
        in.respondAs("mobile", 180);
        in.respondAs("desk", 200, Edit.sdp(ANSWER));
        call.awaitResponse(200);
        call.ack();
        assertThat(in.awaitAck().toTag()).isEqualTo("desk");
        in.respondAs("mobile", 200, Edit.sdp(ANSWER));
        assertThat(in.awaitAck().toTag()).isEqualTo("mobile");
        in.dialog("mobile").awaitBye();
        assertThat(call.dialog().staysQuiet("BYE", A_WHILE)).isTrue();
        end(call, in.dialog("desk"));
    }

    @Test
    void theSecondPhoneMayAnswerBeforeTheFirstIsAcknowledged() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 200, Edit.sdp(ANSWER));
        in.respondAs("mobile", 200, Edit.sdp(ANSWER));
        call.awaitResponse(200);
        in.dialog("mobile").awaitBye();
        call.ack();
        end(call, in.dialog("desk"));
        assertThat(call.responses()).filteredOn(r -> r.status() == 200).hasSize(1);
    }

    @Test
    void aPhoneThatLostAndHangsUpItselfDoesNotEndTheCall() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 200, Edit.sdp(ANSWER));
        call.awaitResponse(200);
        call.ack();
        in.awaitAck();
        in.respondAs("mobile", 200, Edit.sdp(ANSWER));
        in.awaitAck();
        IncomingRequest bye = in.dialog("mobile").awaitRequest("BYE");
        in.dialog("mobile").bye().awaitFinal();
        bye.respond(200);
        assertThat(call.dialog().staysQuiet("BYE", A_WHILE)).isTrue();
        end(call, in.dialog("desk"));
    }

    @Test
    void aCancelEndsAllBranches() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respondAs("desk", 180);
        in.respondAs("mobile", 180);
        call.awaitResponse(180);
        call.cancel().awaitResponse(200);
        call.awaitResponse(487);
        in.awaitCancel();
        in.awaitAck();
    }

    private static void end(ClientCall call, Dialog answered) {
        PendingRequest bye = call.dialog().bye();
        answered.awaitBye();
        bye.awaitResponse(200);
    }
}
