package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SipMessageTest {

    private static SipMessage parse(String text) {
        return SipMessage.parse(text.getBytes(UTF_8));
    }

    @Test
    void writesTheLengthInOctets() {
        SipMessage message =
                SipMessage.request("MESSAGE", "sip:bob@host").withBody("text/plain", "zoë".getBytes(UTF_8));

        assertThat(message.toString()).endsWith("Content-Length: 4\r\n\r\nzoë");
    }

    @Test
    void leavesALengthThatWasSetByHand() {
        SipMessage message = SipMessage.request("MESSAGE", "sip:bob@host").with("Content-Length", "17");

        assertThat(message.toString()).contains("Content-Length: 17\r\n").doesNotContain("Content-Length: 0");
    }

    @Test
    void findsHeadersByCompactNamesInAnyCase() {
        SipMessage message = parse("BYE sip:a@b SIP/2.0\r\ni: 1\r\nt: <sip:x;tag=no>;TAG=yes\r\nM: sip:c;q=1\r\n\r\n");

        assertThat(message.callId()).isEqualTo("1");
        assertThat(message.toTag()).isEqualTo("yes");
        assertThat(message.contact()).map(NameAddress::uri).contains("sip:c");
    }

    @Test
    void readsBareLineFeedsAndFoldedLines() {
        SipMessage message = parse("\n\nSIP/2.0 200 OK\nSubject: one\n  two\nCSeq:  4   INVITE\n\nbody");

        assertThat(message.status()).isEqualTo(200);
        assertThat(message.header("s")).contains("one two");
        assertThat(message.cseqNumber()).isEqualTo(4);
        assertThat(message.method()).isEqualTo("INVITE");
        assertThat(message.bodyText()).isEqualTo("body");
    }

    @Test
    void takesTheBodyThatIsThereWhenTheLengthIsWrong() {
        assertThat(parse("BYE sip:a SIP/2.0\r\nl: 99\r\n\r\nabc").bodyText()).isEqualTo("abc");
        assertThat(parse("BYE sip:a SIP/2.0\r\nl: 2\r\n\r\nabc").bodyText()).isEqualTo("ab");
        assertThat(parse("BYE sip:a SIP/2.0\r\nl: many\r\n\r\nabc").bodyText()).isEqualTo("abc");
    }

    @Test
    void readsAMessageThatEndsInItsHead() {
        assertThat(parse("BYE sip:a SIP/2.0\r\nCall-ID: x").callId()).isEqualTo("x");
    }

    @Test
    void refusesWhatIsNoSip() {
        assertThatThrownBy(() -> parse("GET / HTTP/1.1\r\n\r\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void splitsListsOutsideQuotesAndBrackets() {
        SipMessage message =
                parse("BYE sip:a SIP/2.0\r\nRoute: \"a, b\" <sip:x,y;lr>, <sip:z>\r\nRoute: <sip:w>\r\n\r\n");

        assertThat(message.values("Route")).containsExactly("\"a, b\" <sip:x,y;lr>", "<sip:z>", "<sip:w>");
    }

    @Test
    void takesAMultipartBodyApart() {
        SipMessage message = Edit.multipart(
                        BodyPart.of("application/sdp", "", "v=0\r\n"),
                        BodyPart.of("application/rs-metadata+xml", "recording-session", "<recording/>"))
                .apply(SipMessage.request("INVITE", "sip:a"));

        assertThat(message.sdp()).isEqualTo("v=0\r\n");
        assertThat(message.parts().get(1).header("content-disposition")).contains("recording-session");
        assertThat(message.parts().get(1).text()).isEqualTo("<recording/>");
    }

    @Test
    void takesASloppyMultipartBodyApart() {
        String body = "preamble\n--x  \nContent-Type: application/sdp\n\nv=0\n--x\n\nplain\n--x\n--x\nA: b\n\nno end";
        SipMessage message =
                SipMessage.request("INVITE", "sip:a").withBody("Multipart/Mixed; boundary=\"x\"", body.getBytes(UTF_8));

        assertThat(message.parts()).extracting(BodyPart::text).containsExactly("v=0", "plain", "", "no end");
    }
}
