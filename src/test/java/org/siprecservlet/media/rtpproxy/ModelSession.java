package org.siprecservlet.media.rtpproxy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/** One session of the model. Side 0 is the one that opened it. */
final class ModelSession {

    private static final int RTP = 0;
    private static final int RTCP = 1;

    private final ModelRtpProxy proxy;
    private final String callId;
    private final String opener;
    /** What a side sends comes in at its pair of sockets. */
    private final DatagramChannel[][] sockets = new DatagramChannel[2][];

    /** Where a side takes its packets, as told or learnt. */
    private final InetSocketAddress[][] remote = new InetSocketAddress[2][2];

    private final InetSocketAddress[] told = new InetSocketAddress[2];
    private final boolean[][] latched = new boolean[2][2];
    private final DatagramChannel[][] copies = new DatagramChannel[2][];
    private final InetSocketAddress[] recorders = new InetSocketAddress[2];
    private final long[] received = new long[2];
    private final List<ModelSession> forks = new ArrayList<>();

    ModelSession(ModelRtpProxy proxy, String callId, String opener) {
        this.proxy = proxy;
        this.callId = callId;
        this.opener = opener;
    }

    /** A tag without a number stands for all numbers. */
    boolean isOf(String call, String tag) {
        return callId.equals(call) && (opener.equals(tag) || opener.startsWith(tag + ";"));
    }

    int side(String tag) {
        return opener.equals(tag) ? 0 : 1;
    }

    /** Takes the address of a side; the port is the one for the other. */
    String place(int side, String address, String port) throws IOException {
        int other = 1 - side;
        if (sockets[other] == null) {
            sockets[other] = open();
            proxy.read(sockets[other][RTP], (content, from) -> relay(other, RTP, content, from));
            proxy.read(sockets[other][RTCP], (content, from) -> relay(other, RTCP, content, from));
        }
        InetSocketAddress target = new InetSocketAddress(address, Integer.parseInt(port));
        if (!target.getAddress().isAnyLocalAddress() && !target.equals(told[side])) {
            told[side] = target;
            remote[side][RTP] = target;
            remote[side][RTCP] = new InetSocketAddress(address, target.getPort() + 1);
            latched[side] = new boolean[2];
        }
        return port(sockets[other][RTP]) + " 127.0.0.1";
    }

    private void relay(int side, int kind, ByteBuffer content, InetSocketAddress from) throws IOException {
        if (latched[side][kind] && !from.equals(remote[side][kind])) {
            return;
        }
        latched[side][kind] = true;
        remote[side][kind] = from;
        if (kind == RTP) {
            received[side]++;
        }
        for (ModelSession fork : forks) {
            fork.send(1 - side, side, kind, content.duplicate());
        }
        if (copies[side] != null) {
            InetSocketAddress to = recorders[side];
            copies[side][kind].send(content.duplicate(), new InetSocketAddress(to.getAddress(), to.getPort() + kind));
        }
        send(side, 1 - side, kind, content);
    }

    /** Sends from the sockets of one side's partner, so that the receiver sees the port that it was told. */
    private void send(int from, int to, int kind, ByteBuffer content) throws IOException {
        if (sockets[to] != null && remote[to][kind] != null && from != to) {
            sockets[to][kind].send(content, remote[to][kind]);
        }
    }

    /** What came in as RTP from each side, whether it was copied or not. */
    String counts() {
        return "59 " + received[0] + " " + received[1] + " " + (received[0] + received[1]) + " 0";
    }

    String copy(int side, String target) throws IOException {
        String[] parts = target.split(":");
        if (copies[side] != null) {
            return "0";
        }
        if (parts.length != 3 || !parts[0].equals("udp") || parts[2].equals("0")) {
            return "E65";
        }
        copies[side] = open();
        recorders[side] = new InetSocketAddress(parts[1], Integer.parseInt(parts[2]));
        return "0";
    }

    boolean endCopy(int side) throws IOException {
        boolean running = copies[side] != null;
        close(copies[side]);
        copies[side] = null;
        return running;
    }

    void feed(ModelSession fork) {
        forks.add(fork);
    }

    void starve(ModelSession fork) {
        forks.remove(fork);
    }

    void close() throws IOException {
        for (int side = 0; side < 2; side++) {
            close(sockets[side]);
            close(copies[side]);
        }
    }

    private static void close(DatagramChannel[] pair) throws IOException {
        if (pair != null) {
            pair[RTP].close();
            pair[RTCP].close();
        }
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private static DatagramChannel[] open() throws IOException {
        while (true) {
            DatagramChannel rtp = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
            DatagramChannel rtcp = DatagramChannel.open();
            try {
                if (port(rtp) % 2 == 0) {
                    rtcp.bind(new InetSocketAddress("127.0.0.1", port(rtp) + 1));
                    return new DatagramChannel[] {rtp, rtcp};
                }
            } catch (BindException e) {
                // the next port is taken: try another
            }
            rtp.close();
            rtcp.close();
        }
    }
}
