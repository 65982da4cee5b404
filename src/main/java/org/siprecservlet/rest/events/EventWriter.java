package org.siprecservlet.rest.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes to one client until it, or the application, goes. */
final class EventWriter {

    /** Shorter than the patience of any proxy; also how soon a client is missed that has gone. */
    private static final long HEARTBEAT_SECONDS = 10;

    private static final byte[] GREETING = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Listener listener;
    private final OutputStream out;

    EventWriter(Listener listener, OutputStream out) {
        this.listener = listener;
        this.out = out;
    }

    /** Returns when there is nobody to write to any more. */
    void write() {
        try {
            send(GREETING);
            while (!listener.isClosed()) {
                Optional<FeedEvent> event = listener.next(HEARTBEAT_SECONDS);
                if (!listener.isClosed()) {
                    send(event.map(FeedEvent::octets).orElse(HEARTBEAT));
                }
            }
        } catch (IOException gone) {
            listener.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }
}
