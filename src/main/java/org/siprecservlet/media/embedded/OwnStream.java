package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Packets of the relay's own, for while a side that is to be spoken over sends none. On one event loop only. */
final class OwnStream {

    /** Samples in a packet of 20 ms. */
    static final int FRAME = 160;

    private static final int HEADER = 12;
    private static final int VERSION_2 = 0x80;
    private static final int MARKER = 0x80;

    private final int source;
    private int sequence;
    private int timestamp;
    private boolean talking;

    OwnStream(int source, int sequence) {
        this.source = source;
        this.sequence = sequence;
    }

    /** Says nothing for so many samples. */
    void rest(int count) {
        timestamp += count;
        talking = false;
    }

    /** A packet without its payload, to be released. */
    ByteBuf next(int payloadType) {
        ByteBuf packet = ByteBufAllocator.DEFAULT.buffer(HEADER + FRAME);
        packet.writeByte(VERSION_2).writeByte(talking ? payloadType : MARKER | payloadType);
        packet.writeShort(sequence++).writeInt(timestamp).writeInt(source);
        timestamp += FRAME;
        talking = true;
        return packet;
    }
}
