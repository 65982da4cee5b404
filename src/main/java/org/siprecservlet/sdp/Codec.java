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
    private static final Map<String, String> STATIC = Map.ofEntries(
            entry("0", "PCMU/8000"),
            entry("3", "GSM/8000"),
            entry("4", "G723/8000"),
            entry("5", "DVI4/8000"),
            entry("6", "DVI4/16000"),
            entry("7", "LPC/8000"),
            entry("8", "PCMA/8000"),
            entry("9", "G722/8000"),
            entry("10", "L16/44100/2"),
            entry("11", "L16/44100"),
            entry("12", "QCELP/8000"),
            entry("13", "CN/8000"),
            entry("14", "MPA/90000"),
            entry("15", "G728/8000"),
            entry("16", "DVI4/11025"),
            entry("17", "DVI4/22050"),
            entry("18", "G729/8000"),
            entry("25", "CelB/90000"),
            entry("26", "JPEG/90000"),
            entry("28", "nv/90000"),
            entry("31", "H261/90000"),
            entry("32", "MPV/90000"),
            entry("33", "MP2T/90000"),
            entry("34", "H263/90000"));

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
        return Optional.ofNullable(STATIC.get(format)).flatMap(Codec::parse);
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
