package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.NameAddress;
import org.siprecservlet.testkit.sip.SipMessage;

/** Who calls whom is the same on both legs. */
@ContainerTest
class IdentitiesIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:alice@example.com>",
                "sip:alice@example.com",
                "Alice <sip:alice@example.com>",
                "Alice B. Carol <sip:alice@example.com>",
                "\"Alice\" <sip:alice@example.com>",
                "\"Alice, B.; C=<d>\" <sip:alice@example.com>",
                "\"Alice \\\"the boss\\\" B\\\\C\" <sip:alice@example.com>",
                "\"Jürgen Groß 你好\" <sip:alice@example.com>",
                "\"<b>&amp;'</b>\" <sip:alice@example.com>",
                "\"\" <sip:alice@example.com>",
                "<sip:+4930123456;phone-context=+49@example.com;user=phone>",
                "<sip:a%20b%3Cc%3E%0D%0A@example.com:5070;x=a%3Bb%3Dc>",
                "<sips:alice@example.com>",
                "<tel:+4930123456;phone-context=example.com>",
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
                "<sip:alice@[2001:db8::1]:5060>"
            })
    void fromAndToMeanTheSameOnBothLegs(String party) {
        ClientCall call = alice.invite(bob.uri(), OFFER, Edit.set("From", party + ";tag=a1"), Edit.set("To", party));
        IncomingCall in = bob.awaitCall();
        assertThat(meaning(in.request(), "From")).isEqualTo(meaning(party));
        assertThat(meaning(in.request(), "To")).isEqualTo(meaning(party));
        in.respond(486);
        call.awaitResponse(486);
    }

    /** Open Liberty may write a display name without its quotes and a URI without its brackets, which changes nothing. */
    private static String meaning(SipMessage message, String header) {
        return meaning(message.header(header).orElseThrow());
    }

    private static String meaning(String value) {
        NameAddress address = NameAddress.parse(value);
        String name = address.display().replaceAll("^\"(.*)\"$", "$1").replaceAll("\\\\(.)", "$1");
        return name + " <" + address.uri() + ">";
    }

    /** UTF-8 of four bytes is more than Open Liberty reads. What it leaves must still be a name. */
    @Test
    void ofANameWithAnEmojiTheRestSurvives() {
        ClientCall call =
                alice.invite(bob.uri(), OFFER, Edit.set("From", "\"Jürgen 🎧 Groß\" <sip:alice@example.com>;tag=a1"));
        IncomingCall in = bob.awaitCall();
        assertThat(meaning(in.request(), "From")).matches("Jürgen .{0,2} Groß <sip:alice@example.com>");
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void parametersOfFromOtherThanTheTagSurvive() {
        ClientCall call = alice.invite(bob.uri(), OFFER, Edit.set("From", "<sip:alice@example.com>;tag=a1;x-line=2"));
        IncomingCall in = bob.awaitCall();
        assertThat(NameAddress.parse(in.request().header("From").orElseThrow()).parameter("x-line"))
                .contains("2");
        assertThat(in.request().fromTag()).isNotEqualTo("a1");
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void theCalleeReachesTheCallerUnderTheSameNames() {
        Conversation talk =
                Conversation.between(alice, bob, Edit.set("From", "\"Alice\" <sip:alice@example.com>;tag=a1"));
        var info = talk.callee().request("INFO");
        var received = talk.caller().awaitRequest("INFO");
        assertThat(meaning(received.request(), "To")).isEqualTo("Alice <sip:alice@example.com>");
        received.respond(200);
        info.awaitResponse(200);
        talk.end();
    }
}
