package org.siprecservlet.media.embedded;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.lang.System.Logger.Level;

/** Hands the packets of one socket to a sink. A packet that can not be sent or handled costs that packet only. */
final class PacketHandler extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(PacketHandler.class.getName());

    private final PacketSink sink;

    PacketHandler(PacketSink sink) {
        this.sink = sink;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket packet = (DatagramPacket) message;
        try {
            sink.packet(packet.sender(), packet.content());
        } finally {
            packet.release();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(
                Level.DEBUG,
                "A media packet was lost at {0}: {1}",
                context.channel().localAddress(),
                cause);
    }
}
