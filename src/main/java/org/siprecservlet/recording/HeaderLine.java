package org.siprecservlet.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.siprecservlet.text.Printable;

/**
 * A header line for the INVITE to a recording server (RFC 3261 section 7.3.1). Those that the dialog or this software needs
 * for itself are refused, in their compact form too.
 */
public record HeaderLine(String name, String value) {

    private static final String LINE_END = "\r\n";
    private static final int LONGEST = 8192;
    private static final int MOST = 50;
    private static final Pattern BLANKS = Pattern.compile("^[ \t]+|[ \t]+$");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");

    private static final Set<String> RESERVED = Set.of(
            // the request and its dialog
            "via",
            "v",
            "from",
            "f",
            "to",
            "t",
            "call-id",
            "i",
            "cseq",
            "contact",
            "m",
            "max-forwards",
            "route",
            "record-route",
            "path",
            "rseq",
            "rack",
            "replaces",
            "join",
            "target-dialog",
            "timestamp",
            "proxy-authorization",
            "authorization",
            "proxy-require",
            // the body
            "content-length",
            "l",
            "content-type",
            "c",
            "content-disposition",
            "content-encoding",
            "e",
            "content-language",
            "content-id",
            "mime-version",
            // what this recording client can do
            "require",
            "supported",
            "k",
            "accept",
            "accept-encoding",
            "allow",
            "recv-info",
            "session-expires",
            "x",
            "min-se",
            "expires");

    public HeaderLine {
        requireWellFormed(name, value);
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name + " is set by this software alone");
        }
    }

    /** @throws IllegalArgumentException when these make no line, or more than one; the message is the end of a sentence */
    static void requireWellFormed(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(name) + "\" is not the name of a header");
        }
        value.chars().filter(HeaderLine::isControl).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "the header " + name + " has " + Printable.name(character) + ", which no header line can have");
        });
    }

    /**
     * Reads header lines with CRLF between them, and after the last if wanted.
     *
     * @throws IllegalArgumentException when they can not be sent; the message is the end of a sentence about the text
     */
    public static List<HeaderLine> parse(String lines) {
        if (lines.length() > LONGEST) {
            throw new IllegalArgumentException("they are longer than " + LONGEST + " characters");
        }
        List<HeaderLine> headers =
                Arrays.stream(lines.split(LINE_END)).map(HeaderLine::parseLine).toList();
        if (headers.size() > MOST) {
            throw new IllegalArgumentException("they are more than " + MOST + " lines");
        }
        return headers;
    }

    private static HeaderLine parseLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(line) + "\" is not a header line, which is name: value");
        }
        return new HeaderLine(
                BLANKS.matcher(line.substring(0, colon)).replaceAll(""),
                BLANKS.matcher(line.substring(colon + 1)).replaceAll(""));
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
