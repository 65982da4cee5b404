package org.siprecservlet.testkit.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits header values at separators that stand outside quotes and angle brackets. */
final class Tokens {

    private Tokens() {}

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int angle = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '<') {
                angle++;
            } else if (!quoted && c == '>') {
                angle--;
            } else if (!quoted && angle == 0 && c == separator) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(Math.min(from, text.length())).strip());
        return parts;
    }

    /** The value of a {@code ;name=value} parameter without its quotes; empty text for one without a value. */
    static Optional<String> parameter(String parameters, String name) {
        return split(parameters, ';').stream()
                .map(p -> p.split("=", 2))
                .filter(p -> p[0].strip().equalsIgnoreCase(name))
                .map(p -> p.length == 1 ? "" : unquoted(p[1].strip()))
                .findFirst();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
