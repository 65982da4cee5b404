package org.siprecservlet.media.embedded;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.AddressFamily;

/** Opens port pairs within the relay's range, going past those that something else on the machine holds. */
final class PortPairs {

    /** What is asked for when no certain port is wanted. */
    static final int ANY = 0;

    /** Each attempt holds the event loop up; so many ports in a row are not held by something else by chance. */
    private static final int MAX_ATTEMPTS = 500;

    private static final System.Logger LOG = System.getLogger(PortPairs.class.getName());

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
            try {
                return openAt(loop, new InetSocketAddress(address, preferred), rtp, rtcp);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Port {0} is not to be had again: {1}", preferred, e.getMessage());
            }
        }
        return openAny(loop, address, rtp, rtcp);
    }

    private PortPair openAny(EventLoop loop, InetAddress address, PacketSink rtp, PacketSink rtcp)
            throws RelayException {
        IOException fault = null;
        for (int attempt = 0; attempt < Math.min(MAX_ATTEMPTS, pool.range().pairs()); attempt++) {
            OptionalInt port = pool.take();
            if (port.isEmpty()) {
                break;
            }
            try {
                return openAt(loop, new InetSocketAddress(address, port.getAsInt()), rtp, rtcp);
            } catch (IOException e) {
                fault = e;
            }
        }
        throw noPorts(address, fault);
    }

    private RelayException noPorts(InetAddress address, IOException fault) {
        String cause = fault == null ? "" : " (" + fault.getMessage() + ")";
        return new RelayException(
                RelayException.Kind.NO_PORTS,
                "No free pair of UDP ports is left in " + pool.range() + " on " + address.getHostAddress() + cause
                        + "; widen siprec.media.ports.",
                fault);
    }

    /** Opens the pair that has been taken from the pool, or gives it back. */
    private PortPair openAt(EventLoop loop, InetSocketAddress local, PacketSink rtpSink, PacketSink rtcpSink)
            throws IOException, RelayException {
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
            throw e;
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
