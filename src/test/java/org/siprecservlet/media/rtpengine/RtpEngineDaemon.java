package org.siprecservlet.media.rtpengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real RTPengine, as a process of the test's own on this machine, forwarding in userspace. */
public final class RtpEngineDaemon {

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 120;
    private static final int RANGES = 80;

    private final String control;
    private Process process;

    private RtpEngineDaemon(String control) {
        this.control = control;
    }

    private static Optional<String> binary() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, "rtpengine"))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
    }

    /** Skips the test, and says so, where there is no such program. */
    public static void requireBinary(Class<?> test) {
        String why =
                "there is no program rtpengine on the PATH (Debian: rtpengine-daemon), so nothing is tested with the real one";
        if (binary().isEmpty()) {
            System.out.println(test.getSimpleName() + " is skipped: " + why);
        }
        assumeTrue(binary().isPresent(), why);
    }

    /** One that will be controlled at that port; it is not started. */
    public static RtpEngineDaemon at(int port) {
        return new RtpEngineDaemon("127.0.0.1:" + port);
    }

    static RtpEngineDaemon started() throws IOException {
        RtpEngineDaemon daemon = at(freePort());
        daemon.start();
        return daemon;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return socket.getLocalPort();
        }
    }

    public String control() {
        return control;
    }

    /** Seldom that of another daemon, to whose calls somebody may still speak: it would take those for its parties. */
    private int firstPort() {
        int port = Integer.parseInt(control.substring(control.indexOf(':') + 1));
        return FIRST_PORT + port % RANGES * PORTS;
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        binary().orElseThrow(),
                        "--config-file=none",
                        "--foreground",
                        "--log-stderr",
                        "--table=-1",
                        "--interface=127.0.0.1",
                        "--listen-ng=" + control,
                        "--port-min=" + firstPort(),
                        "--port-max=" + (firstPort() + PORTS - 1),
                        "--num-threads=2")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends it without a word to anybody, as a fault would. */
    public void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
