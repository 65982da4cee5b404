package org.siprecservlet.media.rtpproxy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.siprecservlet.media.RelayException;

/**
 * Commands over datagrams. Each has a cookie, which its reply repeats, and is sent again, byte for byte, until a reply comes:
 * RTPProxy knows the cookie and repeats its reply without doing anything twice.
 */
final class DatagramControl implements Control {

    /** How long to wait after each time it is sent. RTPProxy forgets cookies after a few seconds. */
    static final List<Duration> WAITS =
            List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(1250));

    private final String node;
    private final Datagrams socket;
    private final Supplier<String> cookies;
    private final Alarm alarm;
    private final ConcurrentMap<String, Exchange> open = new ConcurrentHashMap<>();

    /**
     * @param node names RTPProxy to operators
     * @param socket is closed with this
     * @param cookies gives words that are never used twice
     */
    DatagramControl(String node, Datagrams socket, Supplier<String> cookies, Alarm alarm) {
        this.node = node;
        this.socket = socket;
        this.cookies = cookies;
        this.alarm = alarm;
        socket.receive(this::received);
    }

    @Override
    public CompletionStage<String> send(String command) {
        Exchange exchange = new Exchange(cookies.get(), command);
        open.put(exchange.cookie, exchange);
        exchange.transmit(0);
        return exchange.reply;
    }

    /** What belongs to nothing that is open is late, or has come twice, or is not from RTPProxy. */
    private void received(String datagram) {
        String[] parts = datagram.split(" ", 2);
        Exchange exchange = parts.length == 2 ? open.remove(parts[0]) : null;
        if (exchange != null) {
            exchange.replied(parts[1].stripTrailing());
        }
    }

    @Override
    public void close() {
        socket.close();
        open.values().forEach(Exchange::fail);
    }

    private final class Exchange {

        private final String cookie;
        private final String datagram;
        private final CompletableFuture<String> reply = new CompletableFuture<>();
        private volatile Runnable callOff = () -> {};

        Exchange(String cookie, String command) {
            this.cookie = cookie;
            this.datagram = cookie + " " + command;
        }

        void transmit(int attempt) {
            if (attempt == WAITS.size()) {
                fail();
            } else if (!reply.isDone()) {
                callOff = alarm.after(WAITS.get(attempt), () -> transmit(attempt + 1));
                socket.send(datagram);
            }
        }

        void replied(String text) {
            callOff.run();
            reply.complete(text);
        }

        void fail() {
            open.remove(cookie);
            RelayException failure = NoReply.of(node);
            callOff.run();
            reply.completeExceptionally(failure);
        }
    }
}
