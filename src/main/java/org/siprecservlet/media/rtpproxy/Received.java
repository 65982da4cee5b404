package org.siprecservlet.media.rtpproxy;

import org.siprecservlet.call.Side;

/** How many RTP packets have come in from both sides of one line, since its session began. */
record Received(long callers, long callees) {

    static final Received NOTHING = new Received(0, 0);

    long of(Side side) {
        return side == Side.CALLER ? callers : callees;
    }
}
