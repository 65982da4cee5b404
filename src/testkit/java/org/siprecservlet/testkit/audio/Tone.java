package org.siprecservlet.testkit.audio;

/**
 * A steady sine. Frames that follow each other by index join without a click, and the same index always gives the same
 * frame.
 *
 * @param hz its frequency, below 4000
 * @param amplitude its peak, at most 32767
 */
public record Tone(int hz, int amplitude) {

    /** Samples in a second. */
    public static final int RATE = 8000;

    /** Samples in a frame of 20 ms. */
    public static final int FRAME = 160;

    private static final int COMFORTABLE = 8000;

    /** A tone of moderate loudness, so that two of them can be added. */
    public static Tone of(int hz) {
        return new Tone(hz, COMFORTABLE);
    }

    /** So many samples from the beginning of the tone. */
    public short[] samples(int count) {
        return samples(0, count);
    }

    /** The frame of 20 ms with this index, from 0, as G.711 mu-law. */
    public byte[] pcmuFrame(int index) {
        return frame(G711.PCMU, index);
    }

    /** The frame of 20 ms with this index, from 0, as G.711 A-law. */
    public byte[] pcmaFrame(int index) {
        return frame(G711.PCMA, index);
    }

    /** The frame of 20 ms with this index, from 0. */
    public byte[] frame(G711 law, int index) {
        return law.encode(samples((long) index * FRAME, FRAME));
    }

    private short[] samples(long first, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hz * (first + i) / RATE));
        }
        return samples;
    }
}
