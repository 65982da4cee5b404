package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** Takes the packets of one socket, on the socket's event loop. */
@FunctionalInterface
interface PacketSink {

    /** @param content released after the call; retain what is to live longer */
    void packet(InetSocketAddress source, ByteBuf content);
}
