package org.siprecservlet.config;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.siprecservlet.sound.PromptFile;
import org.siprecservlet.sound.Samples;
import org.siprecservlet.sound.Sound;
import org.siprecservlet.sound.WavFile;

/** The path of an announcement, in a form that the media relay can play; {@code off} or nothing is none. */
record AnnouncementSyntax(FileText files, MediaEngine engine) implements Syntax<Optional<Sound>> {

    private static final System.Logger LOG = System.getLogger(AnnouncementSyntax.class.getName());
    private static final String RIGHT = "write the path of a WAV file of one channel with 8000 samples a second";

    @Override
    public Optional<Sound> parse(String text) throws BadValue {
        if (text.isEmpty() || text.equals("off")) {
            return Optional.empty();
        }
        return Optional.of(engine.playsSamples() ? samples(text) : prompt(text));
    }

    private Samples samples(String path) throws BadValue {
        try {
            Samples samples = Samples.once(path, WavFile.samples(files.octets(path)));
            Duration longest = engine.longestSound();
            if (samples.length().compareTo(longest) > 0) {
                throw new BadValue(
                        "this takes " + samples.length().toMillis() + " ms",
                        engine.text() + " plays " + longest.toMillis() + " ms at most");
            }
            return samples;
        } catch (IOException e) {
            throw new BadValue("this can not be played: " + e.getMessage(), RIGHT);
        }
    }

    /** It may lie on another machine, so nobody looks for it here. */
    private static PromptFile prompt(String path) throws BadValue {
        if (path.endsWith(".wav") || path.indexOf(' ') >= 0) {
            throw new BadValue(
                    "RTPProxy plays only what was encoded before, one file for each codec, on its own machine",
                    "write the path without blanks and ending: FILE for FILE.0 (PCMU) and FILE.8 (PCMA), made with makeann");
        }
        LOG.log(
                Level.INFO,
                "Every RTPProxy has to have the announcement {0} for each codec of the calls: {0}.0 for PCMU, {0}.8 for PCMA",
                path);
        return new PromptFile(path);
    }
}
