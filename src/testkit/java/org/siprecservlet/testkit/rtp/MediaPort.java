package org.siprecservlet.testkit.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.InstantSource;
import java.util.function.Supplier;

/** An even port for RTP and the odd one above it for RTCP; sends from where it receives (symmetric, RFC 4961). */
public final class MediaPort implements AutoCloseable {

    private static final int ATTEMPTS = 200;

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final InetSocketAddress address;
    private final RtpReceiver receiver = new RtpReceiver(InstantSource.system());

    private MediaPort(DatagramChannel rtp, DatagramChannel rtcp) throws IOException {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.address = (InetSocketAddress) rtp.getLocalAddress();
        UdpReader.shared().read(rtp, receiver::rtpArrived);
        UdpReader.shared().read(rtcp, receiver::rtcpArrived);
    }

    /** Takes any free pair. */
    public static MediaPort open(String host) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            MediaPort pair = tryOpen(host, evenPort(host));
            if (pair != null) {
                return pair;
            }
        }
        throw new UncheckedIOException(new BindException("no free pair of ports at " + host));
    }

    /** Takes the first free pair of a range. */
    public static MediaPort open(String host, int lowest, int highest) {
        for (int port = lowest + lowest % 2; port < highest; port += 2) {
            MediaPort pair = tryOpen(host, port);
            if (pair != null) {
                return pair;
            }
        }
        throw new UncheckedIOException(new BindException("no free pair of ports in " + lowest + "-" + highest));
    }

    /** A port that the system holds free right now, made even. */
    private static int evenPort(String host) {
        try (DatagramChannel probe = bind(host, 0)) {
            return ((InetSocketAddress) probe.getLocalAddress()).getPort() & ~1;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port at " + host, e);
        }
    }

    private static MediaPort tryOpen(String host, int port) {
        DatagramChannel rtp = null;
        try {
            rtp = bind(host, port);
            return new MediaPort(rtp, bind(host, port + 1));
        } catch (IOException taken) {
            closeQuietly(rtp);
            return null;
        }
    }

    private static DatagramChannel bind(String host, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(host, port)).configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The address of RTP; RTCP has the port above. */
    public InetSocketAddress address() {
        return address;
    }

    public int port() {
        return address.getPort();
    }

    public RtpReceiver receiver() {
        return receiver;
    }

    /** Begins to send a frame each 20 ms of an 8 kHz codec; see {@link RtpSender} for the rest. */
    public RtpSender send(InetSocketAddress destination, int payloadType, Supplier<byte[]> frames) {
        return new RtpSender(this, destination, payloadType, frames).start();
    }

    /** Sends one datagram from the RTP port. */
    public void sendRtp(byte[] raw, InetSocketAddress destination) {
        send(rtp, raw, destination);
    }

    /** Sends one datagram from the RTCP port. */
    public void sendRtcp(byte[] raw, InetSocketAddress destination) {
        send(rtcp, raw, destination);
    }

    private static void send(DatagramChannel from, byte[] raw, InetSocketAddress destination) {
        try {
            from.send(ByteBuffer.wrap(raw), destination);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send to " + destination, e);
        }
    }

    @Override
    public void close() {
        closeQuietly(rtp);
        closeQuietly(rtcp);
        UdpReader.shared().forgetClosed();
    }

    private static void closeQuietly(DatagramChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
