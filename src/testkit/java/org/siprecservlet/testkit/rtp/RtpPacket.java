package org.siprecservlet.testkit.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An RTP packet (RFC 3550 section 5.1); a header extension is skipped when read and never written.
 *
 * @param sequence 0 to 65535
 * @param timestamp 0 to 2^32-1, in units of the codec's clock
 * @param ssrc 0 to 2^32-1
 * @param payload without padding
 */
public record RtpPacket(
        boolean marker, int payloadType, int sequence, long timestamp, long ssrc, List<Long> csrcs, byte[] payload) {

    private static final int HEADER = 12;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    public RtpPacket {
        csrcs = List.copyOf(csrcs);
        payload = payload.clone();
    }

    public RtpPacket(boolean marker, int payloadType, int sequence, long timestamp, long ssrc, byte[] payload) {
        this(marker, payloadType, sequence, timestamp, ssrc, List.of(), payload);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** Whether the bytes could be RTP: version 2 and a whole header. */
    public static boolean isRtp(byte[] raw) {
        return raw.length >= HEADER && (raw[0] & 0xC0) == 0x80;
    }

    /** Reads a packet. Fails with IllegalArgumentException if it is none. */
    public static RtpPacket parse(byte[] raw) {
        if (!isRtp(raw) || raw.length < HEADER + 4 * (raw[0] & 0x0F)) {
            throw new IllegalArgumentException("no RTP packet: " + raw.length + " octets");
        }
        ByteBuffer in = ByteBuffer.wrap(raw);
        int first = in.get();
        int second = in.get();
        int sequence = in.getShort() & 0xFFFF;
        long timestamp = in.getInt() & UNSIGNED;
        long ssrc = in.getInt() & UNSIGNED;
        List<Long> csrcs = new ArrayList<>();
        for (int i = 0; i < (first & 0x0F); i++) {
            csrcs.add(in.getInt() & UNSIGNED);
        }
        if ((first & 0x10) != 0) {
            skipExtension(in);
        }
        byte[] payload = new byte[in.remaining() - padding(first, raw, in.remaining())];
        in.get(payload);
        return new RtpPacket((second & 0x80) != 0, second & 0x7F, sequence, timestamp, ssrc, csrcs, payload);
    }

    private static void skipExtension(ByteBuffer in) {
        if (in.remaining() < 4) {
            throw new IllegalArgumentException("no RTP packet: extension cut short");
        }
        in.getShort();
        int octets = 4 * (in.getShort() & 0xFFFF);
        if (octets > in.remaining()) {
            throw new IllegalArgumentException("no RTP packet: extension cut short");
        }
        in.position(in.position() + octets);
    }

    private static int padding(int first, byte[] raw, int left) {
        boolean padded = (first & 0x20) != 0;
        return padded && left > 0 ? Math.min(left, raw[raw.length - 1] & 0xFF) : 0;
    }

    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + 4 * csrcs.size() + payload.length);
        out.put((byte) (0x80 | csrcs.size()));
        out.put((byte) ((marker ? 0x80 : 0) | payloadType));
        out.putShort((short) sequence).putInt((int) timestamp).putInt((int) ssrc);
        csrcs.forEach(c -> out.putInt(c.intValue()));
        return out.put(payload).array();
    }
}
