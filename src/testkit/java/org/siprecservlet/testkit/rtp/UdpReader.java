package org.siprecservlet.testkit.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** One thread that reads all media ports of the process. */
final class UdpReader {

    private static final UdpReader SHARED = new UdpReader();

    private final Selector selector;
    private final Queue<Registration> registrations = new ConcurrentLinkedQueue<>();

    private record Registration(DatagramChannel channel, BiConsumer<byte[], InetSocketAddress> receiver) {}

    private UdpReader() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector", e);
        }
        Thread thread = new Thread(this::run, "testkit-rtp-reader");
        thread.setDaemon(true);
        thread.start();
    }

    static UdpReader shared() {
        return SHARED;
    }

    /** Reads the channel until it is closed. */
    void read(DatagramChannel channel, BiConsumer<byte[], InetSocketAddress> receiver) {
        registrations.add(new Registration(channel, receiver));
        selector.wakeup();
    }

    /** To be called after a channel was closed: only then its port becomes free. */
    void forgetClosed() {
        selector.wakeup();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        while (true) {
            try {
                registerNew();
                selector.select(key -> drain(key, buffer));
            } catch (IOException e) {
                // Of one channel, which is closed then; the others must go on.
            }
        }
    }

    private void registerNew() throws IOException {
        for (Registration next = registrations.poll(); next != null; next = registrations.poll()) {
            if (next.channel().isOpen()) {
                next.channel().register(selector, SelectionKey.OP_READ, next);
            }
        }
    }

    private static void drain(SelectionKey key, ByteBuffer buffer) {
        Registration registration = (Registration) key.attachment();
        try {
            while (true) {
                buffer.clear();
                InetSocketAddress source =
                        (InetSocketAddress) registration.channel().receive(buffer);
                if (source == null) {
                    return;
                }
                byte[] raw = new byte[buffer.flip().remaining()];
                buffer.get(raw);
                registration.receiver().accept(raw, source);
            }
        } catch (ClosedChannelException e) {
            key.cancel();
        } catch (IOException e) {
            // An ICMP error for something sent earlier; the port stays usable.
        }
    }
}
