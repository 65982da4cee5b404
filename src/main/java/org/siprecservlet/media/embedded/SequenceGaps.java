package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;

/** Counts packets that are missing between others, as RFC 3550 appendix A.3 does. On one event loop only. */
final class SequenceGaps {

    /** A longer leap is a new beginning (MAX_DROPOUT in RFC 3550 appendix A.1). */
    private static final int LONGEST_GAP = 3000;

    private static final int HEADER = 12;
    private static final int SEQUENCE = 2;
    private static final int SOURCE = 8;

    private boolean begun;
    private int source;
    private int highest;
    private long lost;

    /** What comes next is no continuation of what was before. */
    void restart() {
        begun = false;
    }

    long lost() {
        return lost;
    }

    void packet(ByteBuf rtp) {
        if (rtp.readableBytes() < HEADER) {
            return;
        }
        int sequence = rtp.getUnsignedShort(rtp.readerIndex() + SEQUENCE);
        int sender = rtp.getInt(rtp.readerIndex() + SOURCE);
        int ahead = (short) (sequence - highest);
        if (!begun || sender != source || Math.abs(ahead) > LONGEST_GAP) {
            begun = true;
            source = sender;
            highest = sequence;
        } else if (ahead > 0) {
            lost += ahead - 1;
            highest = sequence;
        } else if (ahead < 0 && lost > 0) {
            // It was taken for lost, and is only late.
            lost--;
        }
    }
}
