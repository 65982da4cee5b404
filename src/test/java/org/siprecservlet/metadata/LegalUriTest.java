package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalUriTest {

    private final LegalUri legal = new LegalUri();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@example.com",
                "sips:bob;day=tuesday@[2001:db8::1]:5061;transport=tls?subject=x&priority=y",
                "sip:a%26b@example.com;x=1&y",
                "sip:sales/eu@example.com",
                "tel:+1-555-0100;phone-context=example.com",
                "example.com",
                "192.0.2.1"
            })
    void leavesALegalAddressAsItIs(String address) {
        assertThat(legal.convert(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sip:<b>\"x\" y@example.com | sip:%3Cb%3E%22x%22%20y@example.com",
                "sip:jürgen@example.com | sip:j%C3%BCrgen@example.com",
                "sip:50%@example.com | sip:50%25@example.com",
                "sip:50%zz@example.com | sip:50%25zz@example.com",
                "sip:a#b#c@example.com | sip:a%23b%23c@example.com",
                "sip:a[b]c@example.com | sip:a%5Bb%5Dc@example.com",
                "sip:{ab}\\^`@example.com | sip:%7Bab%7D%5C%5E%60@example.com",
                "sip://[bad | sip:%2F/%5Bbad",
                "sip: | sip%3A",
                "2001:db8::1 | 2001%3Adb8%3A%3A1",
                "//host:port | %2F/host%3Aport"
            })
    void encodesWhatIsNotAllowed(String address, String expected) {
        assertThat(legal.convert(address)).isEqualTo(expected);
    }

    @Test
    void callsWhoeverHasNoAddressAnonymous() {
        assertThat(legal.convert(" ")).isEqualTo("sip:anonymous@anonymous.invalid");
    }

    @Test
    void encodesControlCharactersAndBrokenSurrogates() {
        assertThat(legal.convert("sip:a\r\n\u0000b\uD83D@example.com")).isEqualTo("sip:a%0D%0A%00b%3F@example.com");
    }
}
