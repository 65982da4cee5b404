package org.siprecservlet.testkit.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The server, as a process of its own. May be closed at any time and from any thread, also while
 * it starts and before; it never leaves a process behind.
 */
final class DemoServer implements AutoCloseable {

    private static final int LAST_WORDS = 20;
    private static final long SECONDS_TO_STOP = 45;

    private final Path root;
    private final Container container;
    private final Path directory;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private FileChannel claim;
    private Process process;
    private boolean closed;

    /**
     * A server that waits for {@link #start}.
     *
     * @param root of the project
     * @param container the kind of server
     * @param directory for the server's own files
     */
    DemoServer(Path root, Container container, Path directory) {
        this.root = root;
        this.container = container;
        this.directory = directory;
    }

    /** Starts it; settings of this process whose names begin with {@code SIPREC_} are not handed on. */
    synchronized void start(Map<String, String> settings) throws IOException {
        if (closed) {
            throw new DemoFailed("stopped before the server was started");
        }
        Files.createDirectories(directory);
        claimDirectory();
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve(container.script()).toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIPREC_"));
        builder.environment().put("SERVER_DIR", directory.toString());
        builder.environment().putAll(settings);
        process = builder.redirectError(words().toFile()).start();
        process.onExit().thenRun(() -> ended.complete(null));
        Thread reader = new Thread(this::read, "demo-server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Held until this process ends, so that two of them do not work in one directory. */
    private void claimDirectory() throws IOException {
        claim = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (claim.tryLock() == null) {
            throw new DemoFailed("another ./demo runs from this directory; end it first");
        }
    }

    /** Done with the line that says where the server takes calls; fails when the server ends instead. */
    CompletableFuture<String> ready() {
        return ready;
    }

    /** Done when the server has ended or is told to. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized boolean wasStarted() {
        return process != null;
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** What runs such a server, seen from the root of the project. */
    String script() {
        return container.script();
    }

    /** The server's own log. */
    Path log() {
        return directory.resolve(container.log());
    }

    /** What the script that starts it had to say. */
    private Path words() {
        return directory.resolve("run.log");
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new DemoFailed("the server did not start:\n" + lastWords()));
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(words());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ready.completeExceptionally(new DemoFailed("stopped"));
        ended.complete(null);
        if (isRunning()) {
            stop();
        }
    }

    private void stop() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                family.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
