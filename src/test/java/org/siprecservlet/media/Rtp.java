package org.siprecservlet.media;

import java.nio.ByteBuffer;

/** Makes packets for tests. */
public final class Rtp {

    private static final byte VERSION_2 = (byte) 0x80;
    private static final int SENDER_REPORT = 200;

    private Rtp() {}

    /** An RTP packet; the number tells it from others. */
    public static byte[] packet(int payloadType, int number) {
        return ByteBuffer.allocate(172)
                .put(VERSION_2)
                .put((byte) payloadType)
                .putShort((short) number)
                .putInt(number * 160)
                .putInt(0xCAFE)
                .array();
    }

    /** One RTCP packet of a compound one: a header of that type and count or format, and who sends it. */
    public static byte[] control(int type, int countOrFormat, int sender) {
        return ByteBuffer.allocate(8)
                .put((byte) (VERSION_2 | countOrFormat))
                .put((byte) type)
                .putShort((short) 1)
                .putInt(sender)
                .array();
    }

    /** An RTCP packet; the number tells it from others. */
    public static byte[] report(int number) {
        return ByteBuffer.allocate(28)
                .put(VERSION_2)
                .put((byte) SENDER_REPORT)
                .putShort((short) 6)
                .putInt(number)
                .array();
    }
}
