package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.sdp.AddressFamily;

class RelayAddressesTest {

    @Test
    void prefersTheFirst() throws Exception {
        RelayAddresses addresses = addresses("2001:db8::1", "192.0.2.1");

        assertThat(addresses.preferred()).isEqualTo(AddressFamily.IP6);
        assertThat(addresses.connection(AddressFamily.IP4)).hasToString("IN IP4 192.0.2.1");
        assertThat(addresses.connection(AddressFamily.IP6)).hasToString("IN IP6 2001:db8::1");
    }

    @Test
    void refusesWhatPhonesCouldNotSendTo() {
        assertThatThrownBy(() -> addresses("0.0.0.0")).hasMessageContaining("0.0.0.0");
        assertThatThrownBy(() -> addresses("224.0.0.1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> addresses()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoOfAKind() {
        assertThatThrownBy(() -> addresses("192.0.2.1", "192.0.2.2")).hasMessageContaining("two of a kind");
    }

    private static RelayAddresses addresses(String... texts) throws Exception {
        List<InetAddress> parsed = new ArrayList<>();
        for (String text : texts) {
            parsed.add(InetAddress.getByName(text));
        }
        return new RelayAddresses(parsed);
    }
}
