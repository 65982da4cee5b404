package org.siprecservlet.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that listens to the events of the server under test. */
final class Listener implements AutoCloseable {

    /** One event; the id is empty when it has none. */
    record Event(String id, String name, JsonNode data) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 15;

    private final Socket socket;
    private final BufferedReader lines;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private String id = "";
    private String name = "";

    private Listener(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Listens from now on. */
    static Listener start() {
        return start("X-Nothing: new");
    }

    /** Listens from an event on that it has heard of before. */
    static Listener after(String id) {
        return start("Last-Event-ID: " + id);
    }

    private static Listener start(String header) {
        Listener listener = idle(header);
        try {
            String status = listener.lines.readLine();
            if (!status.startsWith("HTTP/1.1 200")) {
                listener.close();
                throw new IllegalStateException(status);
            }
            listener.awaitGreeting();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(listener::read, "listener");
        reader.setDaemon(true);
        reader.start();
        return listener;
    }

    /** Asks to listen, and reads nothing at all. */
    static Listener idle() {
        return idle("X-Nothing: new");
    }

    private static Listener idle(String header) {
        try {
            Socket socket = new Socket(Server.HOST, Server.httpPort());
            String request = "GET " + Rest.EVENTS + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new Listener(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitGreeting() throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("retry:")) {
            line = lines.readLine();
        }
    }

    private void read() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** Lengths of chunks stand between the lines, and mean nothing here. */
    private void take(String line) throws IOException {
        if (line.startsWith("id: ")) {
            id = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
            name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
            events.add(new Event(id, name, JSON.readTree(line.substring("data: ".length()))));
            id = "";
        }
    }

    /** The next event that is about a call; others are passed over. */
    Event await(String callId) {
        Event event = await();
        while (!event.data().path("recording").path("callId").asText().equals(callId)) {
            event = await();
        }
        return event;
    }

    /** Whether no event comes for the given time. */
    boolean staysQuiet(Duration time) {
        try {
            return events.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Event await() {
        try {
            Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
