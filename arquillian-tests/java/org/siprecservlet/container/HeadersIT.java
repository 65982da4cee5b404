package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipHeader;
import org.siprecservlet.testkit.sip.SipMessage;

/** What is end to end goes from end to end, as it is. */
@ContainerTest
class HeadersIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Odd                  | a,b ; \"c,d\" <e> =",
                "X-Empty-Quotes         | \"\"",
                "X-Non-Ascii            | Grüße aus Köln, 你好",
                "P-Asserted-Identity    | \"Alice, A.\" <sip:alice@example.com;user=phone>",
                "P-Preferred-Identity   | <sip:alice@example.com;user=phone>",
                "Remote-Party-ID        | \"Alice\" <sip:alice@example.com>;party=calling;screen=yes;privacy=off",
                "Diversion              | <sip:carol@example.com>;reason=no-answer;counter=1;privacy=\"off\"",
                "History-Info           | <sip:bob@example.com?Reason=SIP%3Bcause%3D302>;index=1.1;rc=1",
                "User-to-User           | 56a390f3d2b7310023a2;encoding=hex;purpose=foo;content=bar",
                "Session-ID             | f81d4fae7dec11d0a76500a0c91e6bf6;remote=00000000000000000000000000000000",
                "P-Charging-Vector      | icid-value=\"1234bc9876e\";icid-generated-at=192.0.6.8;orig-ioi=home1.net",
                "Privacy                | id;critical",
                "Subject                | Lunch: yes/no?",
                "Alert-Info             | <http://www.example.com/sounds/moo.wav>;delay=1",
                "Call-Info              | <http://www.example.com/alice/photo.jpg>;purpose=icon",
                "Accept                 | application/sdp;level=1, text/html",
                "Accept-Language        | da, en-gb;q=0.8",
                "Accept-Contact         | *;audio;require",
                "Allow-Events           | talk,hold",
                "Date                   | Sat, 13 Nov 2010 23:29:00 GMT",
                "Expires                | 120",
                "Geolocation            | <cid:alice@example.com>;inserted-by=\"a\"",
                "Identity               | eyJhbGciOi.eyJhdHRlc3Q.sv7Y;info=<https://example.com/c.cer>;ppt=\"shaken\"",
                "In-Reply-To            | 70710@example.com",
                "Min-SE                 | 90",
                "Session-Expires        | 1800;refresher=uas",
                "Organization           | Boxes, Inc.",
                "Priority               | emergency",
                "Referred-By            | <sip:carol@example.com>;cid=\"2UWQFN309shb3@example.com\"",
                "Reply-To               | \"Al\" <sip:al@example.com>;x=y",
                "Resource-Priority      | wps.3, dsn.flash",
                "Supported              | 100rel,timer,replaces,x-unknown",
                "Timestamp              | 54",
                "User-Agent             | Softphone Beta1.5 (a comment)",
                "X-Long                 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aHeaderOfAnInviteGoesThroughOnceAndAsItIs(String name, String value) {
        ClientCall call = alice.invite(bob.uri(), OFFER, Edit.set(name, value));
        IncomingCall in = bob.awaitCall();
        assertThat(meaningOf(in.request(), name)).containsExactly(meaning(value));
        in.respond(486, Edit.set(name, value));
        assertThat(meaningOf(call.awaitResponse(486), name)).containsExactly(meaning(value));
    }

    private static List<String> meaningOf(SipMessage message, String name) {
        String joined = String.join(
                ",",
                message.headers().stream()
                        .filter(h -> h.is(name))
                        .map(SipHeader::value)
                        .toList());
        return List.of(meaning(joined));
    }

    /** Where Open Liberty changes the form of headers it knows, the meaning has to stay: spaces around separators. */
    private static String meaning(String value) {
        return value.replaceAll("\\s*([,;=])\\s*", "$1");
    }

    @Test
    void severalValuesKeepTheirOrder() {
        ClientCall call = alice.invite(
                bob.uri(),
                OFFER,
                Edit.header("X-Many", "3"),
                Edit.header("Diversion", "<sip:first@example.com>;reason=unconditional"),
                Edit.header("X-Many", "1"),
                Edit.header("Diversion", "<sip:second@example.com>;reason=no-answer"),
                Edit.header("X-Many", "2"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().values("X-Many")).containsExactly("3", "1", "2");
        assertThat(in.request().values("Diversion"))
                .containsExactly(
                        "<sip:first@example.com>;reason=unconditional", "<sip:second@example.com>;reason=no-answer");
        in.respond(486, Edit.header("X-Many", "2"), Edit.header("X-Many", "1"));
        assertThat(call.awaitResponse(486).values("X-Many")).containsExactly("2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow", "Supported", "Require", "Max-Forwards", "User-Agent", "Contact", "Content-Type"})
    void nothingIsDoubled(String name) {
        Edit own = Edit.set("Allow", "INVITE,ACK,BYE,CANCEL")
                .then(Edit.set("Supported", "100rel"), Edit.set("Require", "x-both"), Edit.set("User-Agent", "phone"));
        ClientCall call = alice.invite(bob.uri(), OFFER, own);
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().headers()).filteredOn(h -> h.is(name)).hasSize(1);
        assertThat(in.request().values(name)).doesNotHaveDuplicates();
        in.answer(ANSWER, own);
        assertThat(call.awaitResponse(200).headers())
                .filteredOn(h -> h.is(name) && !h.is("Max-Forwards"))
                .hasSizeLessThan(2);
        call.ack();
        in.awaitAck();
        new Conversation(call, in).end();
    }

    @Test
    void whatASideAllowsIsWhatTheOtherIsTold() {
        ClientCall call = alice.invite(bob.uri(), OFFER, Edit.set("Allow", "INVITE,ACK,BYE,CANCEL"));
        IncomingCall in = bob.awaitCall();
        assertThat(in.request().values("Allow")).containsExactlyInAnyOrder("INVITE", "ACK", "BYE", "CANCEL");
        in.respond(486, Edit.without("Allow"));
        assertThat(call.awaitResponse(486).header("Allow")).isEmpty();
    }

    @Test
    void compactNamesAreUnderstood() {
        ClientCall call = alice.invite(
                bob.uri(), OFFER, Edit.header("s", "Lunch"), Edit.header("k", "timer"), Edit.header("x", "1800"));
        IncomingCall in = bob.awaitCall();
        SipMessage invite = in.request();
        assertThat(invite.header("Subject").or(() -> invite.header("s"))).contains("Lunch");
        assertThat(invite.header("Supported").or(() -> invite.header("k"))).contains("timer");
        assertThat(invite.header("Session-Expires").or(() -> invite.header("x")))
                .contains("1800");
        in.respond(486);
        call.awaitResponse(486);
    }

    @Test
    void whatBelongsToOneLegStaysThere() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        SipMessage invite = in.request();
        assertThat(invite.callId()).isNotEqualTo(call.request().callId());
        assertThat(invite.fromTag()).isNotEqualTo(call.request().fromTag());
        assertThat(invite.values("Via")).hasSize(1);
        assertThat(invite.header("Contact").orElseThrow()).doesNotContain("alice");
        assertThat(invite.header("Record-Route")).isEmpty();
        in.respond(486);
        call.awaitResponse(486);
    }
}
