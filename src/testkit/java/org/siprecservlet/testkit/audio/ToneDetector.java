package org.siprecservlet.testkit.audio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * Tells which tones are in samples, by the algorithm of Goertzel. Looks at blocks of 50 ms, one by one, so that lost
 * packets, gaps and late starts do little harm; tones must be 40 Hz apart to be told from each other.
 */
public final class ToneDetector {

    private static final int BLOCK = 400;
    private static final double CARRIED = 0.2;

    private ToneDetector() {}

    /** The candidate with the greatest share of the energy; empty when none is carried. */
    public static OptionalInt dominant(short[] samples, int... candidatesHz) {
        return Arrays.stream(candidatesHz)
                .filter(hz -> carries(samples, hz))
                .boxed()
                .max(Comparator.comparingDouble(hz -> share(samples, hz)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Whether the tone has a fifth of the energy or more; alone it has nearly all, beside an equal one half. */
    public static boolean carries(short[] samples, int hz) {
        return share(samples, hz) >= CARRIED;
    }

    /** The share of the energy that is at this frequency, from 0 to 1; 0 in silence. */
    public static double share(short[] samples, int hz) {
        double all = energy(samples);
        if (all == 0) {
            return 0;
        }
        double at = 0;
        for (int from = 0; from < samples.length; from += BLOCK) {
            at += energyAt(hz, samples, from, Math.min(from + BLOCK, samples.length));
        }
        return Math.min(1, at / all);
    }

    /** The root of the mean square, 0 in silence: how loud samples are. */
    public static double loudness(short[] samples) {
        return samples.length == 0 ? 0 : Math.sqrt(energy(samples) / samples.length);
    }

    private static double energy(short[] samples) {
        double energy = 0;
        for (short sample : samples) {
            energy += (double) sample * sample;
        }
        return energy;
    }

    private static double energyAt(int hz, short[] samples, int from, int to) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / Tone.RATE);
        double last = 0;
        double beforeLast = 0;
        for (int i = from; i < to; i++) {
            double next = samples[i] + coefficient * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return 2 * power / (to - from);
    }
}
