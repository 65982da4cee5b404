package org.siprecservlet.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What went over the loopback interface, as tshark caught and decodes it. */
final class Capture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tool tshark = Tool.require("tshark", "tshark");
    private final Path folder;
    private final List<String> sipPorts = new ArrayList<>();
    private final Running running;

    private Capture(Path folder, List<Integer> sipPorts) {
        this.folder = folder;
        for (int port : sipPorts) {
            this.sipPorts.addAll(List.of("-d", "udp.port==" + port + ",sip", "-d", "tcp.port==" + port + ",sip"));
        }
        this.running = tshark.start(folder, List.of("-i", "lo", "-f", "udp or tcp", "-w", "capture.pcapng"));
    }

    /**
     * Starts to listen, and returns once nothing can be missed.
     *
     * @param sipPorts ports whose packets are to be read as SIP
     */
    static Capture start(Path folder, List<Integer> sipPorts) {
        var capture = new Capture(folder, sipPorts);
        capture.running.awaitOutput("Capture started", PATIENCE);
        return capture;
    }

    /** For each packet that passes a display filter, one line of fields, separated by tabs. */
    List<String> fields(String filter, String... fields) {
        var arguments = new ArrayList<>(List.of("-Y", filter, "-T", "fields"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        return read(arguments);
    }

    private List<String> read(List<String> arguments) {
        var all = Stream.of(List.of("-r", "capture.pcapng", "-n"), sipPorts, arguments)
                .flatMap(List::stream)
                .toList();
        return tshark.run(folder, PATIENCE, all).lines().toList();
    }

    /** Ends the capture; from then on it can be read. */
    @Override
    public void close() {
        running.stop();
    }
}
