package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.siprecservlet.sdp.AddressFamily;

/** Two open sockets on neighbouring ports, even for RTP and odd for RTCP. On one event loop only. */
final class PortPair {

    private final AddressFamily family;
    private final int port;
    private final Channel rtp;
    private final Channel rtcp;
    private final Runnable giveBack;

    PortPair(AddressFamily family, int port, Channel rtp, Channel rtcp, Runnable giveBack) {
        this.family = family;
        this.port = port;
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.giveBack = giveBack;
    }

    AddressFamily family() {
        return family;
    }

    /** The RTP port; RTCP has the next one. */
    int rtpPort() {
        return port;
    }

    void sendRtp(ByteBuf content, InetSocketAddress target) {
        send(rtp, content, target);
    }

    void sendRtcp(ByteBuf content, InetSocketAddress target) {
        send(rtcp, content, target);
    }

    /** Takes the content over. What the network does not take at once is worth nothing later, so it is dropped. */
    private static void send(Channel channel, ByteBuf content, InetSocketAddress target) {
        if (channel.isWritable()) {
            channel.writeAndFlush(new DatagramPacket(content, target), channel.voidPromise());
        } else {
            content.release();
        }
    }

    /** Closes both sockets, then gives the ports back. To be called once. */
    void close() {
        rtp.close();
        rtcp.close();
        giveBack.run();
    }
}
