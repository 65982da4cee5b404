package org.siprecservlet.media.rtpproxy;

import org.siprecservlet.call.Side;

/** Where the packets of both sides of one line go. */
record Targets(Target callers, Target callees) {

    static final Targets NONE = new Targets(Target.NONE, Target.NONE);

    Target of(Side side) {
        return side == Side.CALLER ? callers : callees;
    }

    Targets with(Side side, Target target) {
        return side == Side.CALLER ? new Targets(target, callees) : new Targets(callers, target);
    }
}
