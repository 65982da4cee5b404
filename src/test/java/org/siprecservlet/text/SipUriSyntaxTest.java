package org.siprecservlet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipUriSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:recorder",
                "SIP:recorder.example.com",
                "sips:recorder.example.com.",
                "sip:127.0.0.1:5070",
                "sip:[2001:db8::1]",
                "sip:[::1]:5070;transport=tcp",
                "sip:srs@example.com;lr;transport=UDP;maddr=10.0.0.1",
                "sips:srs@example.com;transport=tls",
                "sip:+15551234;phone-context=x@example.com",
                "sip:a%20b@example.com",
                "sip:3com.example.com",
                "sip:x--y.example.com;ext=[::1]:5/&+$",
            })
    void accepts(String uri) {
        assertThat(SipUriSyntax.wrong(uri)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | does not begin with sip: or sips:",
                "example.com | does not begin with sip: or sips:",
                "http://example.com | does not begin with sip: or sips:",
                "<sip:a@b> | has '<' at position 1",
                "sip:a@b>;x | has '>' at position 8",
                "sip:\"a\"@b | has '\"' at position 5",
                "sip:é@b | has U+00E9 at position 5",
                "sip: | the host is missing",
                "sip:user@ | the host is missing",
                "sip:@host | its user part",
                "sip:%zz@host | its user part",
                "sip:user:secret@host | has a password",
                "sip:a@b@c | neither a host name nor an address",
                "sip:host:0 | not a port",
                "sip:host:65536 | not a port",
                "sip:host: | not a port",
                "sip:host:5060x | not a port",
                "sip:2001:db8::1 | an IPv6 address needs brackets",
                "sip:[2001:db8::1 | neither host nor host:port",
                "sip:[1.2.3.4] | neither a host name nor an address",
                "sip:[1:2] | neither a host name nor an address",
                "sip:1.2.3.4.5 | neither a host name nor an address",
                "sip:256.1.1.1 | neither a host name nor an address",
                "sip:a_b | neither a host name nor an address",
                "sip:-a.example.com | neither a host name nor an address",
                "sip:host; | is not a URI parameter",
                "sip:host;=x | is not a URI parameter",
                "sip:host;a=b=c | is not a URI parameter",
                "sip:host;a;A=1 | the parameter a twice",
                "sip:host;transport=carrier-pigeon | not a transport",
                "sip:host;transport | not a transport",
                "sips:host;transport=udp | not a transport for sips:",
                "sip:host?Subject=x | has headers",
            })
    void refuses(String uri, String complaint) {
        assertThat(SipUriSyntax.wrong(uri))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:a\r\nVia: x", "sip:a\n", "sip:a b", "sip:a\tb", "sip:a\u0000", "sip:a\u007f"})
    void refusesWhatWouldBreakAHeader(String uri) {
        assertThat(SipUriSyntax.wrong(uri))
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).contains("at position 6").contains("U+00"));
    }

    @Test
    void refusesWhatIsTooLongToBeMeant() {
        assertThat(SipUriSyntax.wrong("sip:" + "a".repeat(100_000) + "@host"))
                .contains("it is longer than 1000 characters");
    }
}
