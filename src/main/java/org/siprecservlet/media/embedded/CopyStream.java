package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.List;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.RecordingOffer;

/** One stream of a copy: what one side sends on one line, on its way to the recorder. On one event loop only. */
final class CopyStream {

    /** RTCP packet types as they look where RTP has marker and payload type (RFC 5761 section 4). */
    private static final int FIRST_RTCP = 192;

    private static final int LAST_RTCP = 223;
    private static final int MARKER = 0x80;
    private static final int TYPE = 0x7f;
    private static final int HEADER = 2;

    private final RecordedStream stream;
    private final int line;
    private final Leg source;
    private final PortPair pair;
    private MediaDescription offered;
    private RecorderTarget target = RecorderTarget.NONE;
    private long rtpPackets;

    /**
     * Nothing is sent before it is told where to.
     *
     * @param line the place of the line in the call
     * @param pair is closed with the stream
     */
    CopyStream(RecordedStream stream, int line, Leg source, PortPair pair) {
        this.stream = stream;
        this.line = line;
        this.source = source;
        this.pair = pair;
        source.addCopy(this);
    }

    RecordedStream stream() {
        return stream;
    }

    /** A line of the call that was removed may come back as something else: that is another stream. */
    boolean isOf(SentLine sent) {
        return sent.index() == line
                && sent.sender() == stream.sender()
                && sent.receivers().type().equals(stream.mediaType());
    }

    /** Adds itself to an offer, as it is sent now or, when it is not among what is sent, as a line that is no more. */
    RecordingOffer describe(RecordingOffer offer, List<SentLine> all) {
        RecordingOffer extended = all.stream()
                .filter(this::isOf)
                .findFirst()
                .map(sent -> offer.withStream(
                        stream.label(), pair.rtpPort(), sent.direction(), sent.senders(), sent.receivers()))
                .orElseGet(() -> offer.withRemoved(offered));
        offered = extended.media().get(offer.media().size());
        return extended;
    }

    MediaDescription offered() {
        return offered;
    }

    void sendTo(RecorderTarget newTarget) {
        target = newTarget;
    }

    void close() {
        source.removeCopy(this);
        pair.close();
    }

    long rtpPackets() {
        return rtpPackets;
    }

    /** What came in on an RTP port: RTP, or RTCP that shares the port, or neither, which is no recorder's business. */
    void fromRtpPort(ByteBuf content) {
        if (content.readableBytes() < HEADER || content.getUnsignedByte(content.readerIndex()) >> 6 != 2) {
            return;
        }
        int second = content.getUnsignedByte(content.readerIndex() + 1);
        if (second >= FIRST_RTCP && second <= LAST_RTCP) {
            fromRtcpPort(content);
        } else if (target.rtp() != null) {
            sendRtp(content, second, target.rtp());
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
        int sentAs = target.types().sentAs(markerAndType & TYPE);
        if (sentAs == PayloadTypes.NOT_SENT) {
            return;
        }
        rtpPackets++;
        int second = markerAndType & MARKER | sentAs;
        pair.sendRtp(second == markerAndType ? content.retainedDuplicate() : withSecondByte(content, second), address);
    }

    /** The other receivers of the packet share its memory. */
    private static ByteBuf withSecondByte(ByteBuf content, int second) {
        ByteBuf copy = content.copy();
        return copy.setByte(copy.readerIndex() + 1, second);
    }
}
