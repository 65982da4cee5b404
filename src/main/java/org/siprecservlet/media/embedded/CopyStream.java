package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.OfferedStream;
import org.siprecservlet.media.description.PayloadTypes;
import org.siprecservlet.sdp.AddressFamily;

/** One stream of a copy: what one side sends on one line, on its way to the recorder. On one event loop only. */
final class CopyStream {

    /** RTCP packet types as they look where RTP has marker and payload type (RFC 5761 section 4). */
    private static final int FIRST_RTCP = 192;

    private static final int LAST_RTCP = 223;
    private static final int MARKER = 0x80;
    private static final int TYPE = 0x7f;
    private static final int HEADER = 2;

    private final Leg source;
    private final PortPair pair;
    private final OfferedStream offered;
    private RecorderTarget target = RecorderTarget.NONE;
    private final SequenceGaps gaps = new SequenceGaps();
    private long rtpPackets;
    private long rtpBytes;

    /**
     * Opens ports on the loop. Nothing is sent before it is told where to.
     *
     * @param source the leg that faces the side whose stream is copied
     */
    CopyStream(AgreedStream line, int label, Leg source, EventLoop loop, AddressFamily family, PortPairs ports)
            throws RelayException {
        this.source = source;
        this.pair = ports.open(loop, family, PortPairs.ANY, this::atRtpPort, this::atRtcpPort);
        this.offered = new OfferedStream(line, Integer.toString(label), pair.rtpPort());
        source.addCopy(this);
    }

    OfferedStream offered() {
        return offered;
    }

    void sendTo(RecorderTarget newTarget) {
        target = newTarget;
        gaps.restart();
    }

    void close() {
        source.removeCopy(this);
        pair.close();
    }

    long rtpPackets() {
        return rtpPackets;
    }

    CopyCount count() {
        return CopyCount.copied(offered.stream().label(), target.rtp() != null, rtpPackets, rtpBytes, gaps.lost());
    }

    /** What came in on an RTP port: RTP, or RTCP that shares the port, or neither, which is no recorder's business. */
    void fromRtpPort(ByteBuf content) {
        if (content.readableBytes() < HEADER || content.getUnsignedByte(content.readerIndex()) >> 6 != 2) {
            return;
        }
        if (isRtcp(content)) {
            fromRtcpPort(content);
        } else if (target.rtp() != null) {
            sendRtp(content, content.getUnsignedByte(content.readerIndex() + 1), target.rtp());
        }
    }

    private static boolean isRtcp(ByteBuf content) {
        int second = content.getUnsignedByte(content.readerIndex() + 1);
        return second >= FIRST_RTCP && second <= LAST_RTCP;
    }

    /** The recorder sends no media, but RTCP when it shares the port. */
    private void atRtpPort(InetSocketAddress sender, ByteBuf content) {
        if (target.sharesPort() && content.readableBytes() >= HEADER && isRtcp(content)) {
            atRtcpPort(sender, content);
        }
    }

    private void atRtcpPort(InetSocketAddress sender, ByteBuf content) {
        if (target.rtcp() != null && target.rtcp().getAddress().equals(sender.getAddress())) {
            source.sendReport(RecorderReports.harmless(content));
        }
    }

    void fromRtcpPort(ByteBuf content) {
        InetSocketAddress address = target.rtcp();
        if (address == null) {
            return;
        }
        if (target.sharesPort()) {
            pair.sendRtp(content.retainedDuplicate(), address);
        } else {
            pair.sendRtcp(content.retainedDuplicate(), address);
        }
    }

    private void sendRtp(ByteBuf content, int markerAndType, InetSocketAddress address) {
        gaps.packet(content);
        int sentAs = target.types().sentAs(markerAndType & TYPE);
        if (sentAs == PayloadTypes.NOT_SENT) {
            return;
        }
        rtpPackets++;
        rtpBytes += content.readableBytes();
        int second = markerAndType & MARKER | sentAs;
        pair.sendRtp(second == markerAndType ? content.retainedDuplicate() : withSecondByte(content, second), address);
    }

    /** The other receivers of the packet share its memory. */
    private static ByteBuf withSecondByte(ByteBuf content, int second) {
        ByteBuf copy = content.copy();
        return copy.setByte(copy.readerIndex() + 1, second);
    }
}
