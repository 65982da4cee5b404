package org.siprecservlet.testkit.audio;

/** The two laws of ITU-T G.711, which turn a sample of 16 bits into 8 and back, roughly. */
public enum G711 {

    /** Mu-law. */
    PCMU(0) {
        @Override
        public byte encode(short sample) {
            int sign = sample < 0 ? 0x80 : 0;
            int magnitude = Math.min(Math.abs((int) sample), LOUDEST) + BIAS;
            int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
            int step = (magnitude >> (segment + 3)) & 0x0F;
            return (byte) ~(sign | segment << 4 | step);
        }

        @Override
        public short decode(byte code) {
            int bits = ~code;
            int segment = (bits >> 4) & 0x07;
            int magnitude = (((bits & 0x0F) << 3) + BIAS << segment) - BIAS;
            return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
        }
    },

    /** A-law. */
    PCMA(8) {
        @Override
        public byte encode(short sample) {
            int sign = sample < 0 ? 0 : 0x80;
            int magnitude = sample < 0 ? ~sample : sample;
            int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
            int step = (magnitude >> Math.max(4, segment + 3)) & 0x0F;
            return (byte) ((sign | segment << 4 | step) ^ EVEN_BITS);
        }

        @Override
        public short decode(byte code) {
            int bits = code ^ EVEN_BITS;
            int segment = (bits >> 4) & 0x07;
            int step = ((bits & 0x0F) << 4) + 8;
            int magnitude = segment == 0 ? step : step + 0x100 << segment - 1;
            return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
        }
    };

    private static final int BIAS = 0x84;
    private static final int LOUDEST = 0x7FFF - BIAS;
    private static final int EVEN_BITS = 0x55;

    private final int payloadType;

    G711(int payloadType) {
        this.payloadType = payloadType;
    }

    /** The static RTP payload type (RFC 3551, 6). */
    public int payloadType() {
        return payloadType;
    }

    /** One sample as its code. */
    public abstract byte encode(short sample);

    /** The sample that a code stands for. */
    public abstract short decode(byte code);

    /** Samples as their codes. */
    public byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }

    /** The samples that codes stand for. */
    public short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            samples[i] = decode(codes[i]);
        }
        return samples;
    }
}
