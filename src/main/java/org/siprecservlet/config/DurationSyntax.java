package org.siprecservlet.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time with its unit: {@code 500ms}, {@code 4s}, {@code 10m}, {@code 1h} or ISO-8601 as {@code PT4S}.
 *
 * @param least the shortest that makes sense
 * @param most the longest that makes sense
 */
record DurationSyntax(Duration least, Duration most) implements Syntax<Duration> {

    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h)");
    private static final Pattern BARE = Pattern.compile("\\d+");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    private static final String EXAMPLES = "write for example 500ms, 4s, 10m, 1h or PT4S";

    @Override
    public Duration parse(String text) throws BadValue {
        if (BARE.matcher(text).matches()) {
            throw new BadValue("a duration needs a unit", "write " + text + "s if seconds are meant");
        }
        Matcher withUnit = WITH_UNIT.matcher(text);
        return within(
                withUnit.matches()
                        ? Duration.of(Long.parseLong(withUnit.group(1)), UNITS.get(withUnit.group(2)))
                        : iso(text));
    }

    private static Duration iso(String text) throws BadValue {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadValue("this is not a duration", EXAMPLES);
        }
    }

    private Duration within(Duration duration) throws BadValue {
        if (duration.compareTo(least) < 0) {
            throw new BadValue("this is too short", "it has to be at least " + words(least));
        }
        if (duration.compareTo(most) > 0) {
            throw new BadValue("this is too long", "it has to be at most " + words(most));
        }
        return duration;
    }

    private static String words(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0
                ? duration.toMillis() + "ms"
                : duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
