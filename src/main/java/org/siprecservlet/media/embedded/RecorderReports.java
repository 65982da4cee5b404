package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;

/**
 * What of a recorder's RTCP may go to the party whose stream it gets (RFC 7866 sections 8.1.7 and 8.2.1.1): how well the stream arrives,
 * who says so, and the wish for a whole picture. Nothing else of a recorder may have an effect on a call: neither that it
 * leaves, nor the rate it would like the party to send at.
 */
final class RecorderReports {

    private static final int HEADER = 4;
    private static final int WORD = 4;
    private static final int VERSION = 2;
    private static final int FORMAT = 0x1f;

    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int PAYLOAD_FEEDBACK = 206;
    private static final int PICTURE_LOSS = 1;
    private static final int FULL_INTRA_REQUEST = 4;

    private RecorderReports() {}

    /**
     * Copies what may go on of a compound packet (RFC 3550 section 6.1), up to what can not be read.
     *
     * @return a buffer of its own, which may have nothing to read
     */
    static ByteBuf harmless(ByteBuf compound) {
        ByteBuf harmless = compound.alloc().buffer(compound.readableBytes());
        boolean reports = false;
        int at = compound.readerIndex();
        while (isPacket(compound, at)) {
            int length = length(compound, at);
            boolean isReport = isReport(compound, at);
            reports |= isReport;
            if (isReport || type(compound, at) == SOURCE_DESCRIPTION) {
                harmless.writeBytes(compound, at, length);
            }
            at += length;
        }
        return reports ? harmless : harmless.clear();
    }

    private static boolean isPacket(ByteBuf compound, int at) {
        return compound.writerIndex() - at >= HEADER
                && compound.getUnsignedByte(at) >> 6 == VERSION
                && compound.writerIndex() - at >= length(compound, at);
    }

    private static int length(ByteBuf compound, int at) {
        return (compound.getUnsignedShort(at + 2) + 1) * WORD;
    }

    private static int type(ByteBuf compound, int at) {
        return compound.getUnsignedByte(at + 1);
    }

    private static boolean isReport(ByteBuf compound, int at) {
        int format = compound.getUnsignedByte(at) & FORMAT;
        return type(compound, at) == RECEIVER_REPORT
                || type(compound, at) == PAYLOAD_FEEDBACK && (format == PICTURE_LOSS || format == FULL_INTRA_REQUEST);
    }
}
