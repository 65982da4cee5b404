package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;

/** The contract with the real RTPProxy, whose binary the environment variable {@code RTPPROXY} names. */
class RealRtpProxyTest extends RtpProxyContract {

    private static final String BINARY = System.getenv("RTPPROXY");

    private Process process;

    @BeforeAll
    static void requireBinary() {
        String why = "RTPPROXY names no binary of RTPProxy: the contract is tested with the model of it only";
        if (BINARY == null) {
            System.out.println("RealRtpProxyTest is skipped: " + why);
        }
        assumeTrue(BINARY != null, why);
    }

    @Override
    String start() throws Exception {
        String control = "127.0.0.1:" + freePort();
        process = new ProcessBuilder(
                        BINARY, "-f", "-F", "-l", "127.0.0.1", "-s", "udp:" + control, "-m", "42000", "-M", "42999")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return "udp:" + control;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return socket.getLocalPort();
        }
    }

    @Override
    void stop() throws Exception {
        process.destroy();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
