package org.siprecservlet.media.embedded;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.AddressFamily;

/** Opens port pairs within the relay's range, going past those that something else on the machine holds. */
final class PortPairs {

    /** What is asked for when no certain port is wanted. */
    static final int ANY = 0;

    private final Transport transport;
    private final RelayAddresses addresses;
    private final PortPool pool;

    PortPairs(Transport transport, RelayAddresses addresses, PortPool pool) {
        this.transport = transport;
        this.addresses = addresses;
        this.pool = pool;
    }

    RelayAddresses addresses() {
        return addresses;
    }

    /** The relay's address of a family; refused when it has none. */
    InetAddress address(AddressFamily family) throws RelayException {
        return addresses
                .of(family)
                .orElseThrow(() -> new RelayException(
                        RelayException.Kind.UNUSABLE_DESCRIPTION,
                        "The description wants " + family + " media, but the media relay has no " + family
                                + " address; add one to siprec.media.address."));
    }

    /**
     * Opens a pair on the loop, on which this has to be called.
     *
     * @param preferred the even port to be had if possible, or {@link #ANY}
     */
    PortPair open(EventLoop loop, AddressFamily family, int preferred, PacketSink rtp, PacketSink rtcp)
            throws RelayException {
        InetAddress address = address(family);
        if (preferred != ANY && pool.take(preferred)) {
            PortPair pair = tryOpen(loop, new InetSocketAddress(address, preferred), rtp, rtcp);
            if (pair != null) {
                return pair;
            }
        }
        for (int attempt = 0; attempt < pool.range().pairs(); attempt++) {
            OptionalInt port = pool.take();
            if (port.isEmpty()) {
                break;
            }
            PortPair pair = tryOpen(loop, new InetSocketAddress(address, port.getAsInt()), rtp, rtcp);
            if (pair != null) {
                return pair;
            }
        }
        throw new RelayException(
                RelayException.Kind.NO_PORTS,
                "No free pair of UDP ports is left in " + pool.range() + " on " + address.getHostAddress()
                        + "; widen siprec.media.ports.");
    }

    /** Null when one of the two ports is held by something else; then the pair has been given back. */
    private PortPair tryOpen(EventLoop loop, InetSocketAddress local, PacketSink rtpSink, PacketSink rtcpSink)
            throws RelayException {
        int port = local.getPort();
        Channel rtp = null;
        try {
            rtp = transport.open(loop, local, new PacketHandler(rtpSink));
            InetSocketAddress next = new InetSocketAddress(local.getAddress(), port + 1);
            Channel rtcp = transport.open(loop, next, new PacketHandler(rtcpSink));
            AddressFamily family = RelayAddresses.familyOf(local.getAddress());
            return new PortPair(family, port, rtp, rtcp, () -> pool.giveBack(port));
        } catch (IOException e) {
            abandon(rtp, port);
            return null;
        } catch (ChannelException e) {
            abandon(rtp, port);
            throw new RelayException(RelayException.Kind.BROKEN, "No socket can be opened: " + e.getMessage(), e);
        }
    }

    private void abandon(Channel rtp, int port) {
        if (rtp != null) {
            rtp.close();
        }
        pool.giveBack(port);
    }
}
