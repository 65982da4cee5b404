package org.siprecservlet.media.rtpproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.DatagramControl;

/**
 * Commands over a Unix socket: a connection for each command, without a cookie. Threads of the executor wait for the
 * replies; nobody else does.
 */
final class UnixControl implements Control {

    /** What retransmission over UDP takes at most. */
    static final Duration PATIENCE = DatagramControl.WAITS.stream().reduce(Duration.ZERO, Duration::plus);

    private static final int LONGEST_REPLY = 8192;

    private final String node;
    private final UnixDomainSocketAddress address;
    private final Executor threads;
    private final Alarm alarm;

    /** @param node names RTPProxy to operators */
    UnixControl(String node, Path path, Executor threads, Alarm alarm) {
        this.node = node;
        this.address = UnixDomainSocketAddress.of(path);
        this.threads = threads;
        this.alarm = alarm;
    }

    @Override
    public CompletionStage<String> send(String command) {
        Exchange exchange = new Exchange(command);
        Runnable callOff = alarm.after(PATIENCE, exchange::giveUp);
        exchange.reply.whenComplete((reply, failure) -> callOff.run());
        try {
            threads.execute(exchange);
        } catch (RejectedExecutionException e) {
            exchange.reply.completeExceptionally(NoReply.of(node, e));
        }
        return exchange.reply;
    }

    /** Holds nothing; what is open ends with its time limit. */
    @Override
    public void close() {}

    private final class Exchange implements Runnable {

        private final String command;
        private final CompletableFuture<String> reply = new CompletableFuture<>();
        private SocketChannel channel;

        Exchange(String command) {
            this.command = command;
        }

        @Override
        public void run() {
            try (SocketChannel opened = open()) {
                opened.connect(address);
                opened.write(StandardCharsets.US_ASCII.encode(command + "\n"));
                reply.complete(read(opened));
            } catch (IOException e) {
                reply.completeExceptionally(NoReply.of(node, e));
            }
        }

        private synchronized SocketChannel open() throws IOException {
            if (reply.isDone()) {
                throw new IOException("no time left");
            }
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            return channel;
        }

        private static String read(SocketChannel channel) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(LONGEST_REPLY);
            while (channel.read(buffer.clear()) > 0) {
                line.write(buffer.array(), 0, buffer.position());
                if (buffer.get(buffer.position() - 1) == '\n') {
                    break;
                }
            }
            if (line.size() == 0) {
                throw new IOException("the connection was closed without a reply");
            }
            return line.toString(StandardCharsets.US_ASCII).stripTrailing();
        }

        /** Whoever waits on the connection is woken by its end. */
        private synchronized void giveUp() {
            reply.completeExceptionally(NoReply.of(node));
            if (channel != null) {
                try {
                    channel.close();
                } catch (IOException e) {
                    // It is of no use any more either way.
                }
            }
        }
    }
}
