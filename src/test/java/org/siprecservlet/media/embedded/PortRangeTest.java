package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class PortRangeTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void readsWhatIsConfigured() {
        assertThat(PortRange.parse(" 30000 - 39999 ")).contains(new PortRange(30000, 39999));
        assertThat(PortRange.parse("30000")).isEmpty();
        assertThat(PortRange.parse("30000-x")).isEmpty();
        assertThat(new PortRange(30000, 39999)).hasToString("30000-39999");
    }

    @Test
    void countsWholePairsOnly() {
        assertThat(new PortRange(30000, 39999).pairs()).isEqualTo(5000);
        assertThat(new PortRange(30001, 30004).pairs()).isEqualTo(1);
        assertThat(new PortRange(30000, 30000).pairs()).isZero();
        assertThat(new PortRange(30010, 30000).pairs()).isZero();
    }

    @Test
    void findsARangeUsable() {
        assertThat(new PortRange(42000, 42999).verifyUsable(LOOPBACK)).isEmpty();
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThat(new PortRange(42999, 42000).verifyUsable(LOOPBACK).orElseThrow())
                .contains("42999-42000");
        assertThat(new PortRange(0, 100).verifyUsable(LOOPBACK)).isPresent();
        assertThat(new PortRange(60000, 70000).verifyUsable(LOOPBACK)).isPresent();
        assertThat(new PortRange(42001, 42002).verifyUsable(LOOPBACK).orElseThrow())
                .contains("no pair");
    }

    @Test
    void refusesAPortRangeThatIsInUse() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, LOOPBACK)) {
            int even = other.getLocalPort() & ~1;

            assertThat(new PortRange(even, even + 1).verifyUsable(LOOPBACK).orElseThrow())
                    .contains(even + "-" + (even + 1));
        }
    }

    @Test
    void refusesAnAddressOfAnotherMachine() throws Exception {
        InetAddress elsewhere = InetAddress.getByName("192.0.2.1");

        assertThat(new PortRange(42000, 42001).verifyUsable(elsewhere).orElseThrow())
                .contains("192.0.2.1");
    }
}
