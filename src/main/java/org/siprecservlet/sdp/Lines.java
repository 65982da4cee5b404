package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads and changes lists of SDP lines. */
final class Lines {

    private Lines() {}

    /** A word, and what stands behind it and the white space after it. */
    record Keyed(String key, String rest) {}

    /** The words between white space. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int start = endOfSpace(text, 0); start < text.length(); ) {
            int end = endOfWord(text, start);
            words.add(text.substring(start, end));
            start = endOfSpace(text, end);
        }
        return words;
    }

    /** The first word and the rest; empty when there is only one word. */
    static Optional<Keyed> keyed(String value) {
        int end = endOfWord(value, 0);
        return end == value.length()
                ? Optional.empty()
                : Optional.of(new Keyed(value.substring(0, end), value.substring(endOfSpace(value, end))));
    }

    static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !isWhiteSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfSpace(String text, int start) {
        int end = start;
        while (end < text.length() && isWhiteSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isWhiteSpace(char each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }

    static boolean isOfType(String line, char type) {
        return line.length() >= 2 && line.charAt(0) == type && line.charAt(1) == '=';
    }

    /** Whether it is an a= line of that name, with or without a value. */
    static boolean isAttribute(String line, String name) {
        if (!isOfType(line, 'a')) {
            return false;
        }
        int start = endOfSpace(line, 2);
        int end = start + name.length();
        return line.startsWith(name, start) && (end == line.length() || endsName(line, end));
    }

    private static boolean endsName(String line, int end) {
        int next = endOfSpace(line, end);
        return next == line.length() || line.charAt(next) == ':';
    }

    static Predicate<String> attributeWhoseName(Predicate<String> test) {
        return line -> isOfType(line, 'a') && test.test(attributeName(line));
    }

    /** The name in an a= line. */
    static String attributeName(String line) {
        int colon = line.indexOf(':');
        return line.substring(2, colon < 0 ? line.length() : colon).trim();
    }

    /** The value in an a= line; empty text for a flag. */
    static String attributeValue(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(colon + 1).trim();
    }

    static List<String> replacing(List<String> lines, Predicate<String> which, UnaryOperator<String> change) {
        return lines.stream()
                .map(line -> which.test(line) ? change.apply(line) : line)
                .toList();
    }

    static List<String> without(List<String> lines, Predicate<String> which) {
        return lines.stream().filter(which.negate()).toList();
    }

    static List<String> appending(List<String> lines, String line) {
        return Stream.concat(lines.stream(), Stream.of(line)).toList();
    }

    /** Sets the c= line, or adds it where the grammar has it: before the first line of one of the types given. */
    static List<String> withConnection(List<String> lines, Connection connection, String laterTypes) {
        String line = "c=" + connection;
        if (lines.stream().anyMatch(each -> isOfType(each, 'c'))) {
            return replacing(lines, each -> isOfType(each, 'c'), each -> line);
        }
        int at = 0;
        while (at < lines.size()
                && (lines.get(at).isEmpty() || laterTypes.indexOf(lines.get(at).charAt(0)) < 0)) {
            at++;
        }
        List<String> changed = new ArrayList<>(lines);
        changed.add(at, line);
        return changed;
    }
}
