package org.siprecservlet.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that was started here, and everything it has printed, on both streams. */
final class Running implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Void> read;

    Running(String name, Process process, Path folder) {
        this.name = name;
        this.process = process;
        this.read = CompletableFuture.runAsync(() -> read(folder.resolve(name + ".out")), task -> {
            var reader = new Thread(task, name + "-output");
            reader.setDaemon(true);
            reader.start();
        });
    }

    private void read(Path copy) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            lines.lines().forEach(this::heard);
            Files.writeString(copy, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void heard(String line) {
        output.append(line).append('\n');
        notifyAll();
    }

    /** Waits until the program has printed a text. */
    synchronized void awaitOutput(String text, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (output.indexOf(text) < 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !process.isAlive()) {
                throw new AssertionError(name + " did not print: " + text + "\n" + output);
            }
            pause(Math.min(left, 100));
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the program has ended by itself with 0; returns what it printed. */
    String awaitSuccess(Duration patience) {
        int code = awaitEnd(patience);
        if (code != 0) {
            throw new AssertionError(name + " ended with " + code + "\n" + output);
        }
        return output.toString();
    }

    /** Asks the program to end and waits until it has; returns what it printed. */
    String stop() {
        process.toHandle().destroy();
        awaitEnd(FAREWELL);
        return output.toString();
    }

    private int awaitEnd(Duration patience) {
        try {
            int code = process.onExit()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .exitValue();
            read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return code;
        } catch (TimeoutException e) {
            throw new AssertionError(name + " did not end within " + patience + "\n" + output, e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
