package org.siprecservlet.testkit.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.ToneDetector;
import org.siprecservlet.testkit.audio.WavFile;

/** Listens to a file: it must carry the tone of one party, for about as long as the call, and of nobody else. */
final class ToneCheck {

    private static final int BLOCK = Tone.RATE / 20;
    private static final double PURE = 0.8;
    private static final double TRACE = 0.02;
    private static final double FAINT = 500;
    private static final double SECONDS_OFF = 1;

    private final List<Party> parties;
    private final double wanted;

    /**
     * Listens for these parties.
     *
     * @param length of the call; a second more or less is all right
     */
    ToneCheck(List<Party> parties, Duration length) {
        this.parties = parties;
        this.wanted = length.toMillis() / 1000.0;
    }

    /** Listens to a file in which this party and nobody else should be. */
    Finding of(Path file, Party expected) {
        try {
            return of(file.getFileName().toString(), WavFile.read(file), expected);
        } catch (IOException e) {
            return Finding.bad(file.getFileName() + " can not be read: " + e.getMessage());
        }
    }

    private Finding of(String name, short[] samples, Party expected) {
        Optional<Party> intruder = parties.stream()
                .filter(p -> !p.equals(expected) && ToneDetector.share(samples, p.hz()) > TRACE)
                .findFirst();
        double lasts = (double) samples.length / Tone.RATE;
        double heard = heard(samples, expected.hz());
        if (intruder.isPresent()) {
            return Finding.bad(name + " should carry only " + tone(expected) + " but carries " + tone(intruder.get()));
        }
        if (Math.abs(lasts - wanted) > SECONDS_OFF) {
            return Finding.bad(name + " lasts " + seconds(lasts) + " instead of about " + seconds(wanted));
        }
        if (heard < wanted - SECONDS_OFF) {
            return Finding.bad(
                    name + " carries " + tone(expected) + " for " + seconds(heard) + " only, of " + seconds(lasts));
        }
        return Finding.good(name + " lasts " + seconds(lasts) + " and carries " + tone(expected) + " only");
    }

    /** For how long the tone is there, clean and loud. */
    private static double heard(short[] samples, int hz) {
        int blocks = 0;
        for (int from = 0; from + BLOCK <= samples.length; from += BLOCK) {
            short[] block = Arrays.copyOfRange(samples, from, from + BLOCK);
            boolean there = ToneDetector.loudness(block) > FAINT && ToneDetector.share(block, hz) > PURE;
            blocks += there ? 1 : 0;
        }
        return (double) blocks * BLOCK / Tone.RATE;
    }

    private static String tone(Party party) {
        return party.name() + "'s tone (" + party.hz() + " Hz)";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
