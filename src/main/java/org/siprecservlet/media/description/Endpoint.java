package org.siprecservlet.media.description;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.RtcpAddress;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Where a description wants the packets of one media line to go.
 *
 * @param rtp null when the description does not tell, or tells a host name
 * @param rtcp likewise
 * @param held whether nothing is to be sent at all: the address is {@code 0.0.0.0} (RFC 3264 section 8.4)
 */
public record Endpoint(InetSocketAddress rtp, InetSocketAddress rtcp, boolean held) {

    /** Nothing is known: packets have to come first. */
    public static final Endpoint UNKNOWN = new Endpoint(null, null, false);

    /** Reads where the packets of a line of the description are to go. */
    public static Endpoint of(SessionDescription sdp, MediaDescription line) {
        Optional<Connection> connection = sdp.connectionOf(line);
        if (connection.isEmpty()) {
            return UNKNOWN;
        }
        if (connection.get().isUnspecified()) {
            return new Endpoint(null, null, true);
        }
        return new Endpoint(address(connection.get(), line.port()), rtcp(connection.get(), line), false);
    }

    private static InetSocketAddress rtcp(Connection connection, MediaDescription line) {
        Optional<RtcpAddress> named = line.rtcp();
        if (named.isPresent()) {
            return address(
                    named.get().connection().orElse(connection), named.get().port());
        }
        return line.port() == MediaDescription.MAX_PORT ? null : address(connection, line.port() + 1);
    }

    private static InetSocketAddress address(Connection connection, int port) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(connection.address());
        if (bytes == null || port == 0) {
            return null;
        }
        try {
            InetAddress host = InetAddress.getByAddress(bytes);
            return host.isAnyLocalAddress() ? null : new InetSocketAddress(host, port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
