package org.siprecservlet.media.embedded;

import io.netty.buffer.ByteBuf;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.sound.G711;
import org.siprecservlet.sound.Samples;

/**
 * A sound on its way to one side of a line. As long as the other side sends, each of its packets is sent on with the header that it has and
 * the sound for its payload: for the hearer it is the stream that it was, no packet more and no packet less, and RTCP stays true. While the
 * other side is quiet, the sound has packets of its own, with another source; the stream goes on as it would have. On one
 * event loop only.
 */
final class Playback {

    private static final int FIRST_RTCP = 192;
    private static final int LAST_RTCP = 223;
    private static final int TYPE = 0x7f;
    private static final int PADDING = 0x20;
    private static final int EXTENSION = 0x10;
    private static final int SOURCES = 0x0f;
    private static final int WORD = 4;
    private static final int FIXED_HEADER = 12;

    private final Prompt prompt;
    private final Samples sound;
    private final Leg source;
    private final Runnable over;
    private final OwnStream own;
    private HearerCodecs codecs;
    private long position;
    private boolean replaced;

    /**
     * @param source the leg of the other side, whose packets are replaced
     * @param over is told once the sound has been heard to its end
     */
    Playback(Prompt prompt, Samples sound, HearerCodecs codecs, Leg source, OwnStream own, Runnable over) {
        this.prompt = prompt;
        this.sound = sound;
        this.codecs = codecs;
        this.source = source;
        this.own = own;
        this.over = over;
    }

    Prompt prompt() {
        return prompt;
    }

    /** The sides have agreed anew. */
    void agreed(HearerCodecs newCodecs) {
        codecs = newCodecs;
    }

    /** Sends on a packet of the other side, or the sound in its place. */
    void pass(ByteBuf packet) {
        int header = headerLength(packet);
        int type = header == 0 ? 0 : packet.getUnsignedByte(packet.readerIndex() + 1) & TYPE;
        G711 law = header == 0 ? null : codecs.law(type);
        if (law == null) {
            boolean unheard = header > 0 && codecs.isNoise(type) && !sound.isPause(position, OwnStream.FRAME);
            source.forward(unheard ? null : packet, packet);
            return;
        }
        replaced = true;
        int count = payloadLength(packet, header);
        own.rest(count);
        if (sound.isPause(position, Math.max(1, count))) {
            source.forward(packet, packet);
        } else {
            replace(packet, header, count, law);
        }
        advance(count);
    }

    private void replace(ByteBuf packet, int header, int count, G711 law) {
        ByteBuf heard = packet.alloc().buffer(header + count);
        try {
            heard.writeBytes(packet, packet.readerIndex(), header);
            heard.setByte(0, heard.getByte(0) & ~PADDING);
            write(heard, count, law);
            source.forward(heard, prompt.recorded() ? heard : packet);
        } finally {
            heard.release();
        }
    }

    private void write(ByteBuf heard, int count, G711 law) {
        for (int i = 0; i < count; i++) {
            heard.writeByte(law.encode(sound.at(position + i)));
        }
    }

    /** Whether the other side has sent what can be replaced since this was asked last. */
    boolean wasReplaced() {
        boolean since = replaced;
        replaced = false;
        return since;
    }

    /** Goes on for a packet's time without the other side; waits when the hearer is not to be sent anything. */
    void fill() {
        if (!codecs.isOpen()) {
            return;
        }
        if (sound.isPause(position, OwnStream.FRAME)) {
            own.rest(OwnStream.FRAME);
        } else {
            ByteBuf heard = own.next(codecs.best());
            try {
                write(heard, OwnStream.FRAME, codecs.law(codecs.best()));
                source.forward(heard, prompt.recorded() ? heard : null);
            } finally {
                heard.release();
            }
        }
        advance(OwnStream.FRAME);
    }

    private void advance(int count) {
        position += count;
        if (sound.isOver(position)) {
            over.run();
        }
    }

    /** Everything before the payload (RFC 3550 section 5.1); 0 when it is no RTP. */
    private static int headerLength(ByteBuf packet) {
        int start = packet.readerIndex();
        int size = packet.readableBytes();
        if (size < FIXED_HEADER
                || packet.getUnsignedByte(start) >> 6 != 2
                || isRtcp(packet.getUnsignedByte(start + 1))) {
            return 0;
        }
        int first = packet.getUnsignedByte(start);
        int length = FIXED_HEADER + (first & SOURCES) * WORD;
        if ((first & EXTENSION) != 0) {
            if (size < length + WORD) {
                return 0;
            }
            length += WORD + packet.getUnsignedShort(start + length + 2) * WORD;
        }
        return length <= size ? length : 0;
    }

    private static boolean isRtcp(int markerAndType) {
        return markerAndType >= FIRST_RTCP && markerAndType <= LAST_RTCP;
    }

    private static int payloadLength(ByteBuf packet, int header) {
        int length = packet.readableBytes() - header;
        boolean padded = (packet.getByte(packet.readerIndex()) & PADDING) != 0;
        int padding = padded && length > 0 ? packet.getUnsignedByte(packet.writerIndex() - 1) : 0;
        return Math.max(0, length - padding);
    }
}
