package org.siprecservlet.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.set;
import static org.siprecservlet.testkit.sip.Edit.without;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserAgentTest {

    private final Trace trace = new Trace();
    private final UserAgent alice = UserAgent.start("alice", trace);
    private final UserAgent bob = UserAgent.start("bob", trace);

    @AfterEach
    void close() {
        alice.close();
        bob.close();
    }

    private record Call(Dialog alice, Dialog bob) {}

    private Call established() {
        ClientCall call = alice.invite(bob.uri(), "v=0\r\n");
        IncomingCall in = bob.awaitCall();
        in.answer("v=0\r\n");
        call.awaitFinal();
        call.ack();
        in.awaitAck();
        return new Call(call.dialog(), in.dialog());
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void callsAndHangsUp(Transport transport) {
        alice.over(transport);

        ClientCall call = alice.invite(bob.uri(), "v=0\r\n", header("X-Foo", "bar"));
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        in.answer("v=0\r\ns=bob\r\n");
        SipMessage ok = call.awaitFinal();
        call.ack();
        in.awaitAck();
        PendingRequest bye = in.dialog().bye();
        call.dialog().awaitBye();

        assertThat(in.transport()).isEqualTo(transport);
        assertThat(in.request().header("x-foo")).contains("bar");
        assertThat(ok.sdp()).isEqualTo("v=0\r\ns=bob\r\n");
        assertThat(bye.awaitFinal().status()).isEqualTo(200);
        assertThat(trace.entries()).extracting(Trace.Entry::transport).containsOnly(transport);
    }

    @Test
    void callsOverIpv6() {
        try (UserAgent carol = UserAgent.start("carol", "::1", 0, trace);
                UserAgent dave = UserAgent.start("dave", "::1", 0, trace)) {
            ClientCall call = carol.invite(dave.uri());
            dave.awaitCall().respond(486);

            assertThat(call.awaitFinal().status()).isEqualTo(486);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void cancelsARingingCall(Transport transport) {
        alice.over(transport);
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);

        PendingRequest cancel = call.cancel();

        assertThat(cancel.awaitFinal().status()).isEqualTo(200);
        assertThat(call.awaitFinal().status()).isEqualTo(487);
        in.awaitCancel();
        assertThat(in.awaitAck().cseqMethod()).isEqualTo("ACK");
    }

    @Test
    void letsATestAnswerACancelledCall() {
        bob.leaveCancelUnanswered();
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();

        call.cancel();
        IncomingRequest cancel = in.awaitCancel();
        in.answer("v=0\r\n");
        cancel.respond(200);

        assertThat(call.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void reinvitesInBothDirections() {
        Call call = established();

        ClientCall toBob = call.alice().reinvite("v=0\r\ns=hold\r\n");
        IncomingCall atBob = call.bob().awaitReinvite();
        atBob.answer("v=0\r\n");
        toBob.awaitResponse(200);
        toBob.ack();
        atBob.awaitAck();
        ClientCall toAlice = call.bob().reinvite("v=0\r\n");
        call.alice().awaitReinvite().respond(488);

        assertThat(atBob.offer()).contains("s=hold");
        assertThat(toAlice.awaitFinal().status()).isEqualTo(488);
    }

    @Test
    void letsBothSidesReinviteAtOnce() {
        Call call = established();

        ClientCall byAlice = call.alice().reinvite("v=0\r\n");
        ClientCall byBob = call.bob().reinvite("v=0\r\n");
        call.alice().awaitReinvite().respond(491);
        call.bob().awaitReinvite().respond(491);

        assertThat(byAlice.awaitFinal().status()).isEqualTo(491);
        assertThat(byBob.awaitFinal().status()).isEqualTo(491);
    }

    @Test
    void letsBothSidesHangUpAtOnce() {
        Call call = established();

        PendingRequest byAlice = call.alice().bye();
        PendingRequest byBob = call.bob().bye();
        call.alice().awaitBye();
        call.bob().awaitBye();

        assertThat(byAlice.awaitFinal().status()).isEqualTo(200);
        assertThat(byBob.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void sendsAnyRequestInADialog() {
        Call call = established();

        PendingRequest info = call.bob().request("INFO", Edit.body("text/plain", "hello"));
        IncomingRequest request = call.alice().awaitRequest("INFO");
        request.respond(200);
        PendingRequest update = call.alice().update("v=0\r\n");
        call.bob().awaitRequest("UPDATE").respond(200, Edit.sdp("v=0\r\n"));

        assertThat(request.request().bodyText()).isEqualTo("hello");
        assertThat(info.awaitFinal().status()).isEqualTo(200);
        assertThat(update.awaitFinal().sdp()).isEqualTo("v=0\r\n");
    }

    @Test
    void acknowledgesReliableProvisionalResponses() {
        ClientCall call = alice.invite(bob.uri(), header("Supported", "100rel"));
        IncomingCall in = bob.awaitCall();

        in.respondReliably(183, "v=0\r\n");
        PendingRequest prack = call.prack(call.awaitResponse(183));
        IncomingRequest atBob = in.awaitPrack();
        atBob.respond(200);

        assertThat(atBob.request().header("RAck")).contains("1 1 INVITE");
        assertThat(prack.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void looksLikeAForkWithSeveralToTags() {
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();

        in.respondAs("fork1", 180);
        in.respondAs("fork2", 200);
        SipMessage second = call.awaitFinal();
        call.ack(second);
        in.respondAs("fork1", 200);
        SipMessage first = call.awaitFinal();
        call.ack(first);
        PendingRequest bye = call.dialog(first).bye();
        in.dialog("fork1").awaitBye();

        assertThat(second.toTag()).isEqualTo("fork2");
        assertThat(in.awaitAck().toTag()).isEqualTo("fork2");
        assertThat(in.awaitAck().toTag()).isEqualTo("fork1");
        assertThat(bye.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void sendsDialogRequestsAlongTheRecordRoute() {
        try (UserAgent proxy = UserAgent.start("proxy", trace)) {
            String route = "<" + proxy.uri() + ";lr>";
            ClientCall call = alice.invite(bob.uri());
            bob.awaitCall().answer("v=0\r\n", header("Record-Route", route));
            call.awaitFinal();

            SipMessage ack = call.ack();
            call.dialog().bye();

            assertThat(ack.header("Route")).contains(route);
            assertThat(ack.requestUri()).isEqualTo(bob.uri());
            assertThat(trace.entriesOf(proxy.endpoint().address())).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void sendsOpeningRequestsThroughAProxy() {
        alice.through("127.0.0.1", bob.endpoint().address().getPort());

        alice.invite("sip:somebody@example.invalid");

        assertThat(bob.awaitCall().request().requestUri()).isEqualTo("sip:somebody@example.invalid");
    }

    @Test
    void sendsWhatATestMadeWrong() {
        alice.invite(bob.uri(), without("Contact"), set("Content-Length", "999"), set("CSeq", "7 INVITE"));

        SipMessage request = bob.awaitCall().request();

        assertThat(request.contact()).isEmpty();
        assertThat(request.header("Content-Length")).contains("999");
        assertThat(request.cseqNumber()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void survivesGarbage(Transport transport) {
        alice.endpoint()
                .sendRaw("what?\r\n\r\n", new Hop(transport, bob.endpoint().address()));

        alice.over(transport).request("OPTIONS", bob.uri());

        assertThat(bob.awaitRequest("OPTIONS").method()).isEqualTo("OPTIONS");
    }

    @Test
    void repeatsALostRequestAndAbsorbsTheRepetition() {
        AtomicInteger lost = new AtomicInteger();
        alice.endpoint().ignoreIncoming(m -> m.status() == 200 && lost.getAndIncrement() == 0);

        PendingRequest options = alice.request("OPTIONS", bob.uri());
        bob.awaitRequest("OPTIONS").respond(200);

        assertThat(options.awaitFinal().status()).isEqualTo(200);
        assertThat(bob.staysQuiet(Duration.ofMillis(10))).isTrue();
        assertThat(trace.entries()).filteredOn(Trace.Entry::again).hasSize(2);
    }

    @Test
    void answers481InAnUnknownDialog() {
        PendingRequest bye = alice.request("BYE", bob.uri(), set("To", "<sip:bob@x>;tag=unknown"));

        assertThat(bye.awaitFinal().status()).isEqualTo(481);
    }

    @Test
    void opensANewConnectionAfterTheOldOneBroke() {
        alice.over(Transport.TCP);
        Call call = established();

        bob.endpoint().dropConnections();
        alice.endpoint().dropConnections();
        PendingRequest bye = call.alice().bye();
        call.bob().awaitBye();

        assertThat(bye.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void answersOverANewConnectionWhenThatOfTheRequestIsClosed() {
        alice.over(Transport.TCP);
        Call call = established();
        PendingRequest info = call.alice().request("INFO");
        IncomingRequest asked = call.bob().awaitRequest("INFO");

        bob.endpoint().dropConnections();
        asked.respond(200);

        assertThat(info.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void showsWhatCameInsteadWhenAWaitEnds() {
        alice.withPatience(Duration.ofMillis(20));
        ClientCall call = alice.invite(bob.uri());
        bob.awaitCall().ring();

        assertThatThrownBy(call::awaitFinal)
                .isInstanceOf(TimedOut.class)
                .hasMessageContaining("a final response to INVITE")
                .hasMessageContaining("180 Ringing");
    }

    @Test
    void doesNotWaitForARingOfARefusedCall() {
        ClientCall call = alice.invite(bob.uri());
        bob.awaitCall().respond(503);

        assertThatThrownBy(() -> call.awaitResponse(180)).hasMessageContaining("503 Service Unavailable");
    }
}
