package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.UserAgent;

/** All calls pass through the next hop, a proxy, and keep their Request-URI. */
@ContainerTest
class NextHopAsRouteIT extends CallTest {

    private static final int PBX = FreePorts.block(1);

    private final UserAgent pbx = UserAgent.start("pbx", "127.0.0.1", PBX, phones.trace);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.next-hop", "sip:127.0.0.1:" + PBX + ";lr"));
    }

    @AfterEach
    void closePbx() {
        pbx.close();
    }

    @Test
    void theRequestUriIsKeptAndTheNextHopBecomesTheRoute() {
        SipMessage invite = invited("sip:bob@example.invalid;user=phone");
        assertThat(invite.requestUri()).isEqualTo("sip:bob@example.invalid;user=phone");
        assertThat(invite.values("Route")).hasSize(1);
        assertThat(invite.values("Route").get(0))
                .contains("sip:127.0.0.1:" + PBX)
                .contains(";lr");
    }

    @Test
    void aTelephoneNumberIsKept() {
        assertThat(invited("tel:+4930123456").requestUri()).isEqualTo("tel:+4930123456");
    }

    private SipMessage invited(String dialled) {
        ClientCall call = alice.invite(
                "sip:127.0.0.1:" + Server.sipPort(),
                OFFER,
                m -> m.withStartLine("INVITE " + dialled + " SIP/2.0"),
                Edit.set("To", "<" + dialled + ">"),
                Edit.header("Route", "<sip:127.0.0.1:" + Server.sipPort() + ";lr>"));
        IncomingCall in = pbx.awaitCall();
        in.respond(486);
        call.awaitResponse(486);
        return in.request();
    }
}
