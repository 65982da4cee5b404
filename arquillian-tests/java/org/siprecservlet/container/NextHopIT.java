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

/** All calls go to the next hop, each for the user that was dialled. */
@ContainerTest
class NextHopIT extends CallTest {

    private static final int PBX = FreePorts.block(1);

    private final UserAgent pbx = UserAgent.start("pbx", "127.0.0.1", PBX, phones.trace);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.next-hop", "sip:127.0.0.1:" + PBX + ";x=y"));
    }

    @AfterEach
    void closePbx() {
        pbx.close();
    }

    @Test
    void theDialledUserIsCalledThere() {
        SipMessage invite = invited("sip:bob@example.invalid;user=phone");
        assertThat(invite.requestUri()).isEqualTo("sip:bob@127.0.0.1:" + PBX + ";x=y");
        assertThat(invite.header("To").orElseThrow()).contains("sip:bob@example.invalid");
    }

    @Test
    void theServerItselfMayBeDialled() {
        assertThat(invited("sip:bob@127.0.0.1:" + Server.sipPort()).requestUri())
                .startsWith("sip:bob@127.0.0.1:" + PBX);
    }

    @Test
    void aTelephoneNumberBecomesTheUser() {
        assertThat(invited("tel:+4930123456;phone-context=example.com").requestUri())
                .startsWith("sip:+4930123456@127.0.0.1:" + PBX);
    }

    @Test
    void noUserIsNoUserThereEither() {
        assertThat(invited("sip:127.0.0.1:" + Server.sipPort()).requestUri()).startsWith("sip:127.0.0.1:" + PBX);
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
