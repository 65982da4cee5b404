package org.siprecservlet.media.embedded;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops and sockets of one relay: epoll where the platform has it, else NIO. */
final class Transport implements AutoCloseable {

    /** A jumbo frame; what is longer than this does not come over a network in one piece. */
    private static final int MAX_PACKET = 9216;

    private static final int PACKETS_PER_READ = 16;
    private static final int MAX_LOOPS = 2;
    private static final int CLOSE_SECONDS = 5;

    private final boolean epoll;
    private final EventLoopGroup loops;

    Transport(boolean epoll) {
        this.epoll = epoll;
        this.loops = newLoops(epoll);
    }

    /** The fastest one this platform has. */
    static Transport ofPlatform() {
        return new Transport(Epoll.isAvailable());
    }

    private static EventLoopGroup newLoops(boolean epoll) {
        int count = Math.min(MAX_LOOPS, Runtime.getRuntime().availableProcessors());
        ThreadFactory threads = new DefaultThreadFactory("siprec-media", true);
        return epoll ? new EpollEventLoopGroup(count, threads) : new NioEventLoopGroup(count, threads);
    }

    EventLoop nextLoop() {
        return loops.next();
    }

    /** Opens a socket. On the loop only: there, registration and bind are over when their methods return. */
    Channel open(EventLoop loop, InetSocketAddress local, ChannelHandler handler) throws IOException {
        DatagramChannel channel = newChannel(local);
        channel.config()
                .setRecvByteBufAllocator(
                        new FixedRecvByteBufAllocator(MAX_PACKET).maxMessagesPerRead(PACKETS_PER_READ));
        channel.pipeline().addLast(handler);
        loop.register(channel);
        Throwable fault = channel.bind(local).cause();
        if (fault != null) {
            channel.close();
            throw new IOException(fault.getMessage(), fault);
        }
        return channel;
    }

    private DatagramChannel newChannel(InetSocketAddress local) {
        InternetProtocolFamily family =
                local.getAddress() instanceof Inet4Address ? InternetProtocolFamily.IPv4 : InternetProtocolFamily.IPv6;
        return epoll ? new EpollDatagramChannel(family) : new NioDatagramChannel(family);
    }

    /** Closes all sockets and ends the loops; waits until they have ended, at most a few seconds. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
