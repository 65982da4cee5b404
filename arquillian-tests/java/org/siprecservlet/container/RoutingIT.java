package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** Where calls go without a next hop, and what those are told that can go nowhere. */
@ContainerTest
class RoutingIT extends CallTest {

    /** Well before the time is over that is given to somebody who does not answer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    private static final String SERVER = Server.HOST + ":" + Server.sipPort();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    void theRequestUriIsKept() {
        String uri = bob.uri().replace("bob@", "bob;day=tuesday@") + ";x=y";
        ClientCall call = alice.invite(uri, OFFER);
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().requestUri()).isEqualTo(uri);
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void eachServerOnTheWayTakesOneFromMaxForwards() {
        assertThat(maxForwardsOf(Edit.set("Max-Forwards", "10"))).isEqualTo("9");
    }

    @Test
    void anInviteWithoutMaxForwardsGetsTheUsualOne() {
        assertThat(maxForwardsOf(Edit.without("Max-Forwards")))
                .isEqualTo(Container.underTest().usualMaxForwards());
    }

    private String maxForwardsOf(Edit edit) {
        ClientCall call = alice.invite(bob.uri(), OFFER, edit);
        IncomingCall in = bob.awaitCall();
        in.respond(486);
        call.awaitResponse(486);
        return in.request().header("Max-Forwards").orElseThrow();
    }

    @Test
    void anInviteThatMayNotBeForwardedIsRefused() {
        alice.invite(bob.uri(), OFFER, Edit.set("Max-Forwards", "0")).awaitResponse(483);
    }

    @Test
    void aLoopIsRefused() {
        // The server does not recognize itself under this name.
        String loop = "sip:bob@localhost:" + Server.sipPort();
        alice.invite(loop, OFFER, Edit.set("Max-Forwards", "5")).awaitResponse(483);
    }

    @Test
    void aCallToTheServerItselfFindsNobody() {
        SipMessage refusal = alice.invite("sip:bob@" + SERVER, OFFER).awaitResponse(404);
        assertThat(refusal.header("Warning").orElseThrow()).contains("siprec.next-hop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:+4930123456", "http://example.com/bob", "urn:service:sos"})
    void aUriThatNamesNoSipServerCanNotBeCalled(String uri) {
        SipMessage refusal = alice.invite(
                        "sip:bob@" + SERVER,
                        OFFER,
                        m -> m.withStartLine("INVITE " + uri + " SIP/2.0"),
                        Edit.header("Route", "<sip:" + SERVER + ";lr>"))
                .awaitResponse(416);
        assertThat(refusal.header("Warning").orElseThrow()).contains("siprec.next-hop");
    }

    @Test
    void aHostThatDoesNotExistIsToldAtOnce() {
        SipMessage refusal = alice.invite("sip:bob@no-such-host.invalid", OFFER).awaitFinal();
        assertThat(refusal.status()).isBetween(500, 599);
        assertThat(refusal.header("Warning").orElseThrow()).contains("no-such-host.invalid");
    }

    /** Repeated, since the container says so not always. */
    @RepeatedTest(20)
    void anAddressThatTakesNoConnectionIsToldAtOnce() {
        String nobody = "sip:bob@127.0.0.1:" + FreePorts.block(1) + ";transport=tcp";
        SipMessage refusal = alice.invite(nobody, OFFER, overUdp()).awaitFinal(AT_ONCE);
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.header("Warning").orElseThrow()).contains("127.0.0.1");
    }

    @Test
    void anAddressWhereNobodyAnswersIsToldWhenTheTimeIsOver() {
        String nobody = "sip:bob@127.0.0.1:" + FreePorts.block(1);
        SipMessage refusal = alice.invite(nobody, OFFER).awaitResponse(504);
        assertThat(refusal.header("Warning").orElseThrow())
                .contains("Nothing answers")
                .contains("127.0.0.1");
    }

    private Edit overUdp() {
        return Edit.header("Route", "<sip:" + SERVER + ";lr>");
    }

    @Test
    void aRouteBeyondTheServerIsFollowed() {
        ClientCall call = alice.invite(
                "sip:carol@example.invalid",
                OFFER,
                Edit.header("Route", "<sip:" + SERVER + ";lr>"),
                Edit.header("Route", "<" + bob.uri() + ";lr>"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().requestUri()).isEqualTo("sip:carol@example.invalid");
        in.respond(486);
        call.awaitResponse(486);
    }
}
