package org.siprecservlet.media.embedded;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * The far end of one socket: where it said it is, and where its packets come from. Behind a NAT the two differ, so the
 * first source after each changed announcement is taken for the party; the announced address itself always is. On one
 * event loop only.
 */
final class Peer {

    private InetSocketAddress announced;
    private InetSocketAddress source;
    private boolean held;

    /** Tells what the party's description says; an unchanged announcement changes nothing. */
    void announce(InetSocketAddress address, boolean nothingToBeSent) {
        if (!Objects.equals(announced, address) || held != nothingToBeSent) {
            source = null;
        }
        announced = address;
        held = nothingToBeSent;
    }

    /** Whether a packet from there is the party's; learns the source if it is the first. */
    boolean accepts(InetSocketAddress from) {
        if (from.equals(source)) {
            return true;
        }
        if (source == null || from.equals(announced)) {
            source = from;
            return true;
        }
        return false;
    }

    /** Where the party's packets go; null when nothing can or may be sent. */
    InetSocketAddress target() {
        if (held) {
            return null;
        }
        return source == null ? announced : source;
    }
}
