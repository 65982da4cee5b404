package org.siprecservlet.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;

/** Somebody with a pair of UDP ports on this machine: a party of a call, or a recorder. */
public final class TestParty implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MAX_PACKET = 2_048;

    /** A packet as it came. */
    public record Packet(byte[] content, int sourcePort) {}

    private final InetAddress host;
    private final DatagramSocket rtp;
    private final DatagramSocket rtcp;

    private TestParty(InetAddress host, DatagramSocket rtp, DatagramSocket rtcp) {
        this.host = host;
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    public static TestParty at(String address) throws IOException {
        InetAddress host = InetAddress.getByName(address);
        for (int attempt = 0; attempt < 1_000; attempt++) {
            DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(host, 0));
            try {
                return new TestParty(
                        host, rtp, new DatagramSocket(new InetSocketAddress(host, rtp.getLocalPort() + 1)));
            } catch (SocketException | IllegalArgumentException e) {
                rtp.close();
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }

    public int port() {
        return rtp.getLocalPort();
    }

    public int rtcpPort() {
        return rtcp.getLocalPort();
    }

    public Connection connection() {
        String address = host.getHostAddress();
        return address.contains(":")
                ? new Connection(AddressFamily.IP6, address)
                : new Connection(AddressFamily.IP4, address);
    }

    /** Sends from the RTP port. */
    public void sendRtp(byte[] content, int toPort) {
        send(rtp, content, toPort);
    }

    /** Sends from the RTCP port. */
    public void sendRtcp(byte[] content, int toPort) {
        send(rtcp, content, toPort);
    }

    private void send(DatagramSocket from, byte[] content, int toPort) {
        try {
            from.send(new DatagramPacket(content, content.length, host, toPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next packet on the RTP port; fails when none comes. */
    public Packet receiveRtp() {
        return receive(rtp, PATIENCE_MILLIS);
    }

    /** The next packet on the RTCP port; fails when none comes. */
    public Packet receiveRtcp() {
        return receive(rtcp, PATIENCE_MILLIS);
    }

    private static Packet receive(DatagramSocket socket, int patienceMillis) {
        try {
            socket.setSoTimeout(patienceMillis);
            DatagramPacket packet = new DatagramPacket(new byte[MAX_PACKET], MAX_PACKET);
            socket.receive(packet);
            return new Packet(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }
}
