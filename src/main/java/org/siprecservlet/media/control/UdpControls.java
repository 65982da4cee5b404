package org.siprecservlet.media.control;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.siprecservlet.media.RelayException;

/** Opens control sockets for datagrams, and has the thread that reads them. Safe for any thread. */
public final class UdpControls implements AutoCloseable {

    private static final int CLOSE_SECONDS = 2;

    private final EventLoopGroup loops;
    private final Alarm alarm;
    private final AtomicLong commands = new AtomicLong();
    private final String prefix;

    /**
     * @param thread names the thread
     * @param random makes cookies differ from those of other programs, and of this one before it was started again
     */
    public UdpControls(String thread, Alarm alarm, RandomGenerator random) {
        this.loops = new NioEventLoopGroup(1, new DefaultThreadFactory(thread, true));
        this.alarm = alarm;
        this.prefix = HexFormat.of().toHexDigits(random.nextLong()) + "_";
    }

    /**
     * Opens the way to one relay, whether it is there or not.
     *
     * @param address {@code host:port}
     * @param noReply says that nothing answers
     * @throws IOException if the host has no address, or there is no socket to be had
     */
    public Control open(String address, Supplier<RelayException> noReply) throws IOException {
        return new DatagramControl(UdpSocket.to(resolved(address), loops), this::cookie, alarm, noReply);
    }

    private static InetSocketAddress resolved(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        InetSocketAddress resolved = new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1)));
        if (resolved.isUnresolved()) {
            throw new IOException("the host " + host + " has no address");
        }
        return resolved;
    }

    private String cookie() {
        return prefix + commands.incrementAndGet();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
