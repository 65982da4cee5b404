package org.siprecservlet.sound;

import java.time.Duration;

/**
 * A sound whose samples are known: linear, 16 bits, 8000 in a second. It is heard once, or begins anew after a period. Positions count
 * samples from the beginning. Immutable.
 */
public final class Samples implements Sound {

    /** Samples in a second. */
    public static final int RATE = 8_000;

    private static final int MILLIS = 1_000;
    private static final int FADE = RATE / 200;
    /** Some 14 dB below the loudest: heard well beside speech. */
    private static final int LOUDNESS = 6_500;

    private final String name;
    private final short[] samples;
    private final long period;

    private Samples(String name, short[] samples, long period) {
        this.name = name;
        this.samples = samples;
        this.period = period;
    }

    /** A sound that is heard once. */
    public static Samples once(String name, short[] samples) {
        return new Samples(name, samples.clone(), 0);
    }

    /**
     * A tone that comes again and again.
     *
     * @param hertz below half the rate
     * @param every from the beginning of one to that of the next; longer than the tone
     */
    public static Samples tone(int hertz, Duration length, Duration every) {
        short[] samples = new short[(int) count(length)];
        for (int i = 0; i < samples.length; i++) {
            int edge = Math.min(Math.min(i, samples.length - 1 - i), FADE);
            double angle = 2 * Math.PI * hertz * i / RATE;
            samples[i] = (short) Math.round(LOUDNESS * Math.sin(angle) * edge / FADE);
        }
        String name = "tone " + hertz + "Hz/" + length.toMillis() + "ms/" + every.toMillis() + "ms";
        return new Samples(name, samples, count(every));
    }

    private static long count(Duration time) {
        return time.toMillis() * RATE / MILLIS;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRepeated() {
        return period > 0;
    }

    /** How long it is, without the pause before it comes again. */
    public Duration length() {
        return time(samples.length);
    }

    /** From one beginning to the next; zero when it is heard once. */
    public Duration every() {
        return time(period);
    }

    private static Duration time(long count) {
        return Duration.ofMillis(count * MILLIS / RATE);
    }

    /** Whether nothing is heard any more from that position on. */
    public boolean isOver(long position) {
        return period == 0 && position >= samples.length;
    }

    /** Whether nothing is heard from a position on for that many samples, fewer than there are. */
    public boolean isPause(long position, int count) {
        return within(position) >= samples.length && within(position + count - 1) >= samples.length;
    }

    private long within(long position) {
        return period == 0 ? position : position % period;
    }

    /** What is heard at a position: 0 in a pause and after the end. */
    public short at(long position) {
        long within = within(position);
        return within < samples.length ? samples[(int) within] : 0;
    }

    /** How many samples it has, without the pause. */
    public int count() {
        return samples.length;
    }

    @Override
    public String toString() {
        return name;
    }
}
