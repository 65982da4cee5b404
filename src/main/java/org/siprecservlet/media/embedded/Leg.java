package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.sdp.AddressFamily;

/**
 * One line of a call towards one side: the port pair that faces the side, and where the side is. What comes in goes to
 * the opposite leg's side and to the copies. On one event loop only.
 */
final class Leg {

    private final EventLoop loop;
    private final PortPairs ports;
    private Leg opposite;
    private PortPair pair;
    private int port = PortPairs.ANY;
    private Peer rtpPeer = new Peer();
    private Peer rtcpPeer = new Peer();
    private List<CopyStream> copies = List.of();
    private boolean copyable;
    private Playback spokenOver;
    private long rtpPackets;
    private long rtcpPackets;
    private long droppedPackets;

    Leg(EventLoop loop, PortPairs ports) {
        this.loop = loop;
        this.ports = ports;
    }

    static void join(Leg one, Leg other) {
        one.opposite = other;
        other.opposite = one;
    }

    boolean isOpen() {
        return pair != null;
    }

    /** The address family of the ports; empty when closed. */
    Optional<AddressFamily> family() {
        return Optional.ofNullable(pair).map(PortPair::family);
    }

    /** The RTP port that faces the side; 0 when closed. */
    int rtpPort() {
        return isOpen() ? port : 0;
    }

    /** Sees to it that there are ports of that family; those there are stay. A port once had is had again if free. */
    void open(AddressFamily family) throws RelayException {
        if (isOpen() && pair.family() == family) {
            return;
        }
        PortPair opened = ports.open(loop, family, port, this::rtp, this::rtcp);
        close();
        pair = opened;
        port = opened.rtpPort();
    }

    void close() {
        if (isOpen()) {
            pair.close();
            pair = null;
        }
        copyable = false;
        rtpPeer = new Peer();
        rtcpPeer = new Peer();
    }

    void announce(Endpoint announced) {
        rtpPeer.announce(reachable(announced.rtp()), announced.held());
        rtcpPeer.announce(reachable(announced.rtcp()), announced.held());
    }

    /** An address of another family than the ports can not be sent to; then the first packet has to tell. */
    private InetSocketAddress reachable(InetSocketAddress address) {
        return address == null || !isOpen() || RelayAddresses.familyOf(address.getAddress()) != pair.family()
                ? null
                : address;
    }

    /** Whether what the side sends may be copied at all; not before this is told, nor after a {@link #close}. */
    void setCopyable(boolean plain) {
        copyable = plain;
    }

    boolean isCopyable() {
        return copyable;
    }

    void addCopy(CopyStream stream) {
        copies = Stream.concat(copies.stream(), Stream.of(stream)).toList();
    }

    void removeCopy(CopyStream stream) {
        copies = copies.stream().filter(other -> other != stream).toList();
    }

    /** Has a sound be heard in place of what the side says; null: no more. */
    void speakOver(Playback playback) {
        spokenOver = playback;
    }

    StreamCount count(int line, Side sender) {
        long copied = copies.stream().mapToLong(CopyStream::rtpPackets).sum();
        return new StreamCount(line, sender, rtpPackets, rtcpPackets, droppedPackets, copied);
    }

    private void rtp(InetSocketAddress source, ByteBuf content) {
        if (!rtpPeer.accepts(source)) {
            droppedPackets++;
            return;
        }
        rtpPackets++;
        if (spokenOver != null) {
            spokenOver.pass(content);
            return;
        }
        opposite.sendRtp(content);
        copyRtp(content);
    }

    /**
     * Sends on what the side has sent, or something in place of it.
     *
     * @param heard for the other side; null: nothing
     * @param copied for the copies; null: nothing
     */
    void forward(ByteBuf heard, ByteBuf copied) {
        if (heard != null) {
            opposite.sendRtp(heard);
        }
        if (copied != null) {
            copyRtp(copied);
        }
    }

    private void copyRtp(ByteBuf content) {
        if (copyable) {
            for (int i = 0; i < copies.size(); i++) {
                copies.get(i).fromRtpPort(content);
            }
        }
    }

    private void rtcp(InetSocketAddress source, ByteBuf content) {
        if (!rtcpPeer.accepts(source)) {
            droppedPackets++;
            return;
        }
        rtcpPackets++;
        opposite.sendRtcp(content);
        if (copyable) {
            for (int i = 0; i < copies.size(); i++) {
                copies.get(i).fromRtcpPort(content);
            }
        }
    }

    /** Sends the side what a recorder reports of its stream, if that is anything; takes the content over. */
    void sendReport(ByteBuf content) {
        if (content.isReadable()) {
            sendRtcp(content);
        }
        content.release();
    }

    private void sendRtp(ByteBuf content) {
        InetSocketAddress target = rtpPeer.target();
        if (isOpen() && target != null) {
            pair.sendRtp(content.retain(), target);
        }
    }

    private void sendRtcp(ByteBuf content) {
        InetSocketAddress target = rtcpPeer.target();
        if (isOpen() && target != null) {
            pair.sendRtcp(content.retain(), target);
        }
    }
}
