package org.siprecservlet.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.siprecservlet.sound.Samples;

/**
 * A tone that comes again and again, {@code 1400Hz/400ms/15s}: its pitch, its length, and the time from one to the next. {@code on} is
 * that one, the tone of recorders on telephone lines; {@code off} is none.
 */
final class ToneSyntax implements Syntax<Optional<Samples>> {

    private static final Pattern TONE =
            Pattern.compile("(\\d{1,5})\\s*Hz\\s*/([^/]+)/([^/]+)", Pattern.CASE_INSENSITIVE);
    private static final String STANDARD = "1400Hz/400ms/15s";
    private static final String RIGHT = "write on, off, or pitch, length and interval as in " + STANDARD;
    private static final int LOWEST = 100;
    private static final int HIGHEST = 3_400;
    private static final DurationSyntax LENGTH = new DurationSyntax(Duration.ofMillis(50), Duration.ofSeconds(5));
    private static final DurationSyntax INTERVAL = new DurationSyntax(Duration.ofSeconds(1), Duration.ofMinutes(10));

    @Override
    public Optional<Samples> parse(String text) throws BadValue {
        return switch (text) {
            case "off" -> Optional.empty();
            case "on" -> Optional.of(tone(STANDARD));
            default -> Optional.of(tone(text));
        };
    }

    private static Samples tone(String text) throws BadValue {
        Matcher tone = TONE.matcher(text);
        if (!tone.matches()) {
            throw new BadValue("this is not a tone", RIGHT);
        }
        int hertz = Integer.parseInt(tone.group(1));
        if (hertz < LOWEST || hertz > HIGHEST) {
            throw new BadValue(
                    "a telephone does not carry a tone of that pitch",
                    "it has to be " + LOWEST + " to " + HIGHEST + " Hz");
        }
        Duration length = LENGTH.parse(tone.group(2).strip());
        Duration interval = INTERVAL.parse(tone.group(3).strip());
        if (interval.compareTo(length) <= 0) {
            throw new BadValue("the tone is longer than the time from one to the next", RIGHT);
        }
        return Samples.tone(hertz, length, interval);
    }
}
