package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and changes lists of SDP lines. */
final class Lines {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Lines() {}

    /** The words between white space. */
    static Stream<String> words(String text) {
        return SPACE.splitAsStream(text).filter(word -> !word.isEmpty());
    }

    /** The first word, and all that stands behind it; empty when there is only one word. */
    static Optional<String[]> keyed(String value) {
        String[] fields = SPACE.split(value, 2);
        return fields.length == 2 ? Optional.of(fields) : Optional.empty();
    }

    static boolean isOfType(String line, char type) {
        return line.length() >= 2 && line.charAt(0) == type && line.charAt(1) == '=';
    }

    /** Whether it is an a= line of that name, with or without a value. */
    static boolean isAttribute(String line, String name) {
        return isOfType(line, 'a') && attributeName(line).equals(name);
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
