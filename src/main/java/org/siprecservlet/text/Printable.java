package org.siprecservlet.text;

import java.util.Locale;

/** Makes text safe to show in one line of a log. */
public final class Printable {

    private Printable() {}

    /** The text with every control character written as {@code U+000A}. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(printable, c));
        return printable.toString();
    }

    /** How a character is named in a message. */
    public static String name(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F ? "'" + (char) codePoint + "'" : hex(codePoint);
    }

    private static void append(StringBuilder to, int codePoint) {
        if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT) {
            to.append(hex(codePoint));
        } else {
            to.appendCodePoint(codePoint);
        }
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
