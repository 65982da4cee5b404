package org.siprecservlet.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;

/** One SIPp: plays a scenario of this package once, and says what it sent and received. */
final class Sipp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "127.0.0.1";

    private final Running running;
    private final Path messages;

    private Sipp(Running running, Path messages) {
        this.running = running;
        this.messages = messages;
    }

    /** A phone that calls through a server, plays a tone for as long as the call lasts, and hangs up. */
    static Sipp caller(Path folder, int port, int mediaPort, Tone tone, int server, Duration length) {
        say(folder, tone);
        return start("caller", folder, port, mediaPort, List.of(HOST + ":" + server, "-d", "" + length.toMillis()));
    }

    /** A phone that answers one call and plays a tone until the other side hangs up. */
    static Sipp callee(Path folder, int port, int mediaPort, Tone tone) {
        say(folder, tone);
        return start("callee", folder, port, mediaPort, List.of());
    }

    /** A recorder that takes one recording session over TCP; its two streams come to the media port and the one two above. */
    static Sipp recorder(Path folder, int port, int mediaPort) {
        return start("recorder", folder, port, mediaPort, List.of("-t", "t1"));
    }

    private static Sipp start(String scenario, Path folder, int port, int mediaPort, List<String> more) {
        Tool sipp = Tool.require("sipp", "sip-tester");
        var arguments =
                new ArrayList<>(List.of("-sf", copy(scenario + ".xml", folder).toString()));
        arguments.addAll(
                List.of("-i", HOST, "-p", "" + port, "-mi", HOST, "-mp", "" + mediaPort, "-m", "1", "-nostdin"));
        arguments.addAll(
                List.of("-trace_msg", "-message_file", "messages.log", "-trace_err", "-error_file", "errors.log"));
        arguments.addAll(List.of("-timeout", PATIENCE.toSeconds() + "s", "-timeout_error"));
        arguments.addAll(more);
        return new Sipp(sipp.start(folder, arguments), folder.resolve("messages.log"));
    }

    private static Path copy(String resource, Path folder) {
        Path file = folder.resolve(resource);
        try (InputStream in = Sipp.class.getResourceAsStream(resource)) {
            Files.createDirectories(folder);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Path folder, Tone tone) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("tone.alaw"), G711.PCMA.encode(tone.samples(Tone.RATE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the scenario has been played to its end, every message as it expects it. */
    void awaitSuccess() {
        running.awaitSuccess(PATIENCE);
    }

    /** The SIP messages this SIPp sent and received, as it wrote them down. */
    String messages() {
        try {
            return Files.readString(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
