package org.siprecservlet.media.control;

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
 * the relay knows the cookie and repeats its reply without doing anything twice.
 */
public final class DatagramControl implements Control {

    /** How long to wait after each time it is sent. RTPProxy and RTPengine forget cookies after a few seconds. */
    public static final List<Duration> WAITS =
            List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(1250));

    private final Datagrams socket;
    private final Supplier<String> cookies;
    private final Alarm alarm;
    private final Supplier<RelayException> noReply;
    private final ConcurrentMap<String, Exchange> open = new ConcurrentHashMap<>();

    /**
     * @param socket is closed with this
     * @param cookies gives words that are never used twice
     * @param noReply says that nothing answers
     */
    public DatagramControl(Datagrams socket, Supplier<String> cookies, Alarm alarm, Supplier<RelayException> noReply) {
        this.socket = socket;
        this.cookies = cookies;
        this.alarm = alarm;
        this.noReply = noReply;
        socket.receive(this::received);
    }

    @Override
    public CompletionStage<String> send(String command) {
        Exchange exchange = new Exchange(cookies.get(), command);
        open.put(exchange.cookie, exchange);
        exchange.transmit(0);
        return exchange.reply;
    }

    /** What belongs to nothing that is open is late, or has come twice, or is not from the relay. */
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
            RelayException failure = noReply.get();
            callOff.run();
            reply.completeExceptionally(failure);
        }
    }
}
