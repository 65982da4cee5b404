package org.siprecservlet.media.rtpproxy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.UdpSocket;

/** Opens control sockets, and has the threads that read them. */
final class Controls implements AutoCloseable {

    private static final String UDP = "udp:";
    private static final String UNIX = "unix:";
    private static final int READERS = 4;
    private static final int CLOSE_SECONDS = 2;

    private final EventLoopGroup loops = new NioEventLoopGroup(1, new DefaultThreadFactory("siprec-rtpproxy", true));
    private final ExecutorService readers =
            Executors.newFixedThreadPool(READERS, new DefaultThreadFactory("siprec-rtpproxy-unix", true));
    private final Alarm alarm;
    private final AtomicLong commands = new AtomicLong();
    private final String prefix;

    /** @param random makes cookies differ from those of other programs, and of this one before it was started again */
    Controls(Alarm alarm, RandomGenerator random) {
        this.alarm = alarm;
        this.prefix = HexFormat.of().toHexDigits(random.nextInt()) + "_";
    }

    /**
     * Opens the way to one RTPProxy, whether it is there or not.
     *
     * @param node {@code udp:host:port} or {@code unix:path}
     * @throws IOException if the host has no address, or there is no socket to be had
     */
    Control open(String node) throws IOException {
        return node.startsWith(UNIX)
                ? new UnixControl(node, Path.of(node.substring(UNIX.length())), readers, alarm)
                : new DatagramControl(UdpSocket.to(address(node), loops), this::cookie, alarm, () -> NoReply.of(node));
    }

    private static InetSocketAddress address(String node) throws IOException {
        int colon = node.lastIndexOf(':');
        String host = node.substring(UDP.length(), colon).replaceAll("[\\[\\]]", "");
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(node.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("the host " + host + " has no address");
        }
        return address;
    }

    private String cookie() {
        return prefix + commands.incrementAndGet();
    }

    @Override
    public void close() {
        readers.shutdownNow();
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
