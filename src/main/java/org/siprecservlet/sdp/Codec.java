package org.siprecservlet.sdp;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a payload type stands for (RFC 8866 section 6.6).
 *
 * @param parameters the number of channels for audio; empty when not written
 */
public record Codec(String name, int clockRate, String parameters) {

    private static final Pattern VALUE = Pattern.compile("\\s*([^\\s/]+)/(\\d{1,9})(?:/(\\S+))?\\s*");

    /** RFC 3551 section 6. */
    private static final Map<String, Codec> STATIC = Map.ofEntries(
            entry("0", new Codec("PCMU", 8_000, "")),
            entry("3", new Codec("GSM", 8_000, "")),
            entry("4", new Codec("G723", 8_000, "")),
            entry("5", new Codec("DVI4", 8_000, "")),
            entry("6", new Codec("DVI4", 16_000, "")),
            entry("7", new Codec("LPC", 8_000, "")),
            entry("8", new Codec("PCMA", 8_000, "")),
            entry("9", new Codec("G722", 8_000, "")),
            entry("10", new Codec("L16", 44_100, "2")),
            entry("11", new Codec("L16", 44_100, "")),
            entry("12", new Codec("QCELP", 8_000, "")),
            entry("13", new Codec("CN", 8_000, "")),
            entry("14", new Codec("MPA", 90_000, "")),
            entry("15", new Codec("G728", 8_000, "")),
            entry("16", new Codec("DVI4", 11_025, "")),
            entry("17", new Codec("DVI4", 22_050, "")),
            entry("18", new Codec("G729", 8_000, "")),
            entry("25", new Codec("CelB", 90_000, "")),
            entry("26", new Codec("JPEG", 90_000, "")),
            entry("28", new Codec("nv", 90_000, "")),
            entry("31", new Codec("H261", 90_000, "")),
            entry("32", new Codec("MPV", 90_000, "")),
            entry("33", new Codec("MP2T", 90_000, "")),
            entry("34", new Codec("H263", 90_000, "")));

    public Codec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(parameters);
    }

    /** Reads {@code name/rate[/parameters]}; empty when it is none. */
    public static Optional<Codec> parse(String value) {
        Matcher matcher = VALUE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String parameters = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(new Codec(matcher.group(1), Integer.parseInt(matcher.group(2)), parameters));
    }

    /** What a payload type stands for that needs no rtpmap; empty for dynamic and unassigned ones. */
    public static Optional<Codec> ofStaticType(String format) {
        return Optional.ofNullable(STATIC.get(format));
    }

    /** Whether both name the same codec: names ignore case, and one channel need not be written. */
    public boolean isSameAs(Codec other) {
        return name.equalsIgnoreCase(other.name)
                && clockRate == other.clockRate
                && channels().equalsIgnoreCase(other.channels());
    }

    private String channels() {
        return parameters.isEmpty() ? "1" : parameters;
    }

    /** As it is written in an rtpmap. */
    @Override
    public String toString() {
        return name + "/" + clockRate + (parameters.isEmpty() ? "" : "/" + parameters);
    }
}
