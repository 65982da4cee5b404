package org.siprecservlet.testkit.audio;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files of one kind: PCM, 8000 samples a second, one channel, 16 bits. */
public final class WavFile {

    private static final int HEADER = 44;
    private static final int FORMAT_LENGTH = 16;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;
    private static final short SAMPLE_OCTETS = 2;

    private WavFile() {}

    /** Writes samples, in place of a file that is there already. */
    public static void write(Path file, short[] samples) throws IOException {
        int octets = samples.length * SAMPLE_OCTETS;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + octets).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + octets).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(FORMAT_LENGTH).putShort(PCM).putShort(CHANNELS);
        wav.putInt(Tone.RATE).putInt(Tone.RATE * SAMPLE_OCTETS);
        wav.putShort(SAMPLE_OCTETS).putShort((short) (8 * SAMPLE_OCTETS));
        wav.put(ascii("data")).putInt(octets);
        wav.asShortBuffer().put(samples);
        Files.write(file, wav.array());
    }

    /**
     * Reads samples.
     *
     * @throws IOException when there is no such file, or when it is of another kind
     */
    public static short[] read(Path file) throws IOException {
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (!text(wav).equals("RIFF") || wav.getInt() < 0 || !text(wav).equals("WAVE")) {
                throw new IOException(file + " is not a WAV file");
            }
            checkFormat(chunk("fmt ", wav), file);
            return samples(chunk("data", wav));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + " is cut off", e);
        }
    }

    private static ByteBuffer chunk(String name, ByteBuffer wav) {
        while (true) {
            boolean found = text(wav).equals(name);
            int length = wav.getInt();
            ByteBuffer content = wav.slice(wav.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            if (found) {
                wav.position(wav.position() + length);
                return content;
            }
            wav.position(wav.position() + length + length % 2);
        }
    }

    private static void checkFormat(ByteBuffer format, Path file) throws IOException {
        boolean pcm = format.getShort() == PCM;
        boolean mono = format.getShort() == CHANNELS;
        boolean rate = format.getInt() == Tone.RATE;
        boolean width = format.getShort(FORMAT_LENGTH - 2) == 8 * SAMPLE_OCTETS;
        if (!(pcm && mono && rate && width)) {
            throw new IOException(file + " is not PCM of 8000 Hz, one channel and 16 bits");
        }
    }

    private static short[] samples(ByteBuffer data) {
        short[] samples = new short[data.remaining() / SAMPLE_OCTETS];
        data.asShortBuffer().get(samples);
        return samples;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(ByteBuffer wav) {
        byte[] name = new byte[4];
        wav.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
