package org.siprecservlet.media.control;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A UDP socket that is connected to one address, so that nothing is received from any other. */
public final class UdpSocket implements Datagrams {

    private static final int LONGEST_REPLY = 65_535;

    private final Channel channel;
    private volatile Consumer<String> receiver = text -> {};

    private UdpSocket(EventLoopGroup loops, InetSocketAddress peer) throws IOException {
        Bootstrap bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST_REPLY))
                .handler(new Receiver());
        var connected = bootstrap.connect(peer).awaitUninterruptibly();
        if (!connected.isSuccess()) {
            throw new IOException(connected.cause().getMessage(), connected.cause());
        }
        this.channel = connected.channel();
    }

    /** Opens it; waits for the loop, so not to be asked on one. */
    public static UdpSocket to(InetSocketAddress peer, EventLoopGroup loops) throws IOException {
        return new UdpSocket(loops, peer);
    }

    @Override
    public void receive(Consumer<String> received) {
        receiver = received;
    }

    @Override
    public void send(String datagram) {
        channel.writeAndFlush(Unpooled.copiedBuffer(datagram, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        channel.close();
    }

    private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            receiver.accept(packet.content().toString(StandardCharsets.US_ASCII));
        }

        /** Nothing listens there, says the network. That may change; who waits for a reply has a time limit. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {}
    }
}
