package org.siprecservlet.media.rtpproxy;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Where packets go, as RTPProxy is told it: always numbers, since it takes any other text for a name or a file.
 *
 * @param address an IPv4 address
 */
record Target(String address, int port) {

    private static final String NO_ADDRESS = "0.0.0.0";

    /** Nothing is sent. */
    static final Target NONE = new Target(NO_ADDRESS, 0);

    /** Where a party takes its packets; RTPProxy waits for the party's own when the description does not tell. */
    static Target ofParty(SessionDescription sdp, MediaDescription line) {
        InetSocketAddress address = Endpoint.of(sdp, line).rtp();
        return address == null ? new Target(NO_ADDRESS, line.port()) : of(address);
    }

    /** A known IPv4 address. */
    static Target of(InetSocketAddress address) {
        return new Target(address.getAddress().getHostAddress(), address.getPort());
    }

    static boolean isReachable(InetSocketAddress address) {
        return address != null && address.getAddress() instanceof Inet4Address;
    }

    /** As U and L take it. */
    @Override
    public String toString() {
        return address + " " + port;
    }
}
