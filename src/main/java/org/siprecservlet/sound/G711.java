package org.siprecservlet.sound;

import java.util.Optional;

/** The two laws of ITU-T G.711. */
public enum G711 {

    /** Mu-law. */
    PCMU {
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
    PCMA {
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

    /** The law of that name in an rtpmap (RFC 3551 section 4.5.14); empty when it is another codec. */
    public static Optional<G711> named(String codec) {
        for (G711 law : values()) {
            if (law.name().equalsIgnoreCase(codec)) {
                return Optional.of(law);
            }
        }
        return Optional.empty();
    }

    /** One sample as its code. */
    public abstract byte encode(short sample);

    /** The sample that a code stands for. */
    public abstract short decode(byte code);
}
