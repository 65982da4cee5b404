package org.siprecservlet.testkit.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a From, To, Contact, Route or Record-Route: a display name, a URI and the parameters behind it. */
public record NameAddress(String display, String uri, String parameters) {

    private static final Pattern QUOTED = Pattern.compile("\\s*\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);

    /** Reads {@code "Bob" <sip:bob@host>;tag=1} as well as the form without brackets. */
    public static NameAddress parse(String value) {
        int open = value.indexOf('<', endOfQuotes(value));
        int close = value.indexOf('>', open);
        if (open >= 0 && close > open) {
            return new NameAddress(
                    value.substring(0, open).strip(), value.substring(open + 1, close), value.substring(close + 1));
        }
        int semicolon = value.indexOf(';');
        return semicolon < 0
                ? new NameAddress("", value.strip(), "")
                : new NameAddress("", value.substring(0, semicolon).strip(), value.substring(semicolon));
    }

    /** What follows the display name: a quoted one may hold anything. */
    private static int endOfQuotes(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return quoted.lookingAt() ? quoted.end() : 0;
    }

    /** A header parameter (not one of the URI); empty text when it has no value. */
    public Optional<String> parameter(String name) {
        return Tokens.parameter(parameters, name);
    }
}
