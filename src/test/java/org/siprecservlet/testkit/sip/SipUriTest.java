package org.siprecservlet.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SipUriTest {

    @Test
    void readsUserHostPortAndParameters() {
        SipUri uri = SipUri.parse("sip:bob@[::1]:5070;transport=TCP;lr?X=y");

        assertThat(uri.user()).isEqualTo("bob");
        assertThat(uri.host()).isEqualTo("::1");
        assertThat(uri.hop(Transport.UDP)).hasToString("[0:0:0:0:0:0:0:1]:5070/TCP");
        assertThat(uri.parameter("lr")).contains("");
    }

    @Test
    void goesToPort5060ByTheUsualTransport() {
        assertThat(SipUri.parse("sip:127.0.0.1").hop(Transport.TCP)).hasToString("127.0.0.1:5060/TCP");
        assertThat(SipUri.parse("127.0.0.1:7").hop(Transport.UDP)).hasToString("127.0.0.1:7/UDP");
    }

    @Test
    void refusesOtherText() {
        assertThatThrownBy(() -> SipUri.parse("sip:host:port")).isInstanceOf(IllegalArgumentException.class);
    }
}
