package org.siprecservlet.media.embedded;

import io.netty.channel.EventLoop;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.AddressFamily;

/** One media line of a call: a leg towards each side. On one event loop only. */
final class RelayedLine {

    private final Leg caller;
    private final Leg callee;

    RelayedLine(EventLoop loop, PortPairs ports) {
        caller = new Leg(loop, ports);
        callee = new Leg(loop, ports);
        Leg.join(caller, callee);
    }

    boolean isOpen() {
        return caller.isOpen();
    }

    /** Opens the leg towards one side and the one towards the other. */
    void open(Side side, AddressFamily family, AddressFamily othersFamily) throws RelayException {
        leg(side).open(family);
        try {
            leg(side.other()).open(othersFamily);
        } catch (RelayException e) {
            leg(side).close();
            throw e;
        }
    }

    Leg leg(Side side) {
        return side == Side.CALLER ? caller : callee;
    }

    void close() {
        caller.close();
        callee.close();
    }

    boolean isCopyable() {
        return caller.isCopyable();
    }

    void setCopyable(boolean plain) {
        caller.setCopyable(plain);
        callee.setCopyable(plain);
    }
}
