package org.siprecservlet.sound;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The octets of a WAV file (RIFF): one channel, 8000 samples a second, linear with 16 bits or either law of G.711 with 8. Nothing is
 * converted, so that what is heard is what was recorded for it. Numbers have their last octet first.
 */
public final class WavFile {

    private static final int LINEAR = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    /** The format stands in the first octets of an identifier at the end of the chunk. */
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int SUBFORMAT = 24;
    private static final int WIDTH = 14;
    private static final int RATE = 4;
    private static final int CHANNELS = 2;
    private static final int FORMAT_LENGTH = 16;
    private static final int HEADER = 44;

    private final ByteBuffer octets;

    private WavFile(ByteBuffer octets) {
        this.octets = octets;
    }

    /** @throws IOException when it is none, or of another kind; the message says what it should be */
    public static short[] samples(byte[] octets) throws IOException {
        try {
            return new WavFile(ByteBuffer.wrap(octets)).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("this WAV file is cut off", e);
        }
    }

    /** A file of these samples, in mu-law; a pause that may follow them is not in it. */
    public static byte[] muLaw(Samples sound) {
        int size = sound.count();
        ByteBuffer file = ByteBuffer.allocate(HEADER + size);
        file.put(ascii("RIFF")).putInt(swapped(HEADER - 8 + size)).put(ascii("WAVEfmt "));
        file.putInt(swapped(FORMAT_LENGTH)).putShort(swapped((short) MU_LAW)).putShort(swapped((short) 1));
        file.putInt(swapped(Samples.RATE)).putInt(swapped(Samples.RATE));
        file.putShort(swapped((short) 1)).putShort(swapped((short) Byte.SIZE));
        file.put(ascii("data")).putInt(swapped(size));
        for (int i = 0; i < size; i++) {
            file.put(G711.PCMU.encode(sound.at(i)));
        }
        return file.array();
    }

    private short[] read() throws IOException {
        if (octets.remaining() < HEADER / 4
                || !word().equals("RIFF")
                || octets.getInt() == 0
                || !word().equals("WAVE")) {
            throw new IOException("this is not a WAV file");
        }
        ByteBuffer format = chunk("fmt ");
        int kind = unsigned(format, 0);
        boolean fits = unsigned(format, CHANNELS) == 1 && swapped(format.getInt(RATE)) == Samples.RATE;
        return samples(
                kind == EXTENSIBLE ? unsigned(format, SUBFORMAT) : kind,
                fits ? unsigned(format, WIDTH) : 0,
                chunk("data"));
    }

    private static short[] samples(int kind, int bits, ByteBuffer data) throws IOException {
        if (kind == LINEAR && bits == Short.SIZE) {
            short[] samples = new short[data.remaining() / Short.BYTES];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = swapped(data.getShort());
            }
            return samples;
        }
        if ((kind == A_LAW || kind == MU_LAW) && bits == Byte.SIZE) {
            G711 law = kind == A_LAW ? G711.PCMA : G711.PCMU;
            short[] samples = new short[data.remaining()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = law.decode(data.get());
            }
            return samples;
        }
        throw new IOException(
                "this WAV file is not of one channel with 8000 samples a second, of 16 bits or in G.711 (A-law, mu-law)");
    }

    private ByteBuffer chunk(String name) {
        while (true) {
            boolean found = word().equals(name);
            int length = swapped(octets.getInt());
            ByteBuffer content = octets.slice(octets.position(), length);
            octets.position(Math.min(octets.limit(), octets.position() + length + length % 2));
            if (found) {
                return content;
            }
        }
    }

    private String word() {
        byte[] name = new byte[4];
        octets.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int unsigned(ByteBuffer octets, int at) {
        return Short.toUnsignedInt(swapped(octets.getShort(at)));
    }

    private static int swapped(int number) {
        return Integer.reverseBytes(number);
    }

    private static short swapped(short number) {
        return Short.reverseBytes(number);
    }
}
