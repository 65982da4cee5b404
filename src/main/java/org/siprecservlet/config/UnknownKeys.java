package org.siprecservlet.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds settings that look like ours and are not: most likely misspelt, so that what they ask for would not happen. */
final class UnknownKeys {

    private static final String PROPERTY_PREFIX = "siprec.";
    private static final String VARIABLE_PREFIX = "SIPREC_";

    private UnknownKeys() {}

    static List<Fault> in(Settings settings) {
        return settings.names().stream()
                .filter(name -> isProperty(name) || isVariable(name))
                .filter(name -> Arrays.stream(Key.values()).noneMatch(key -> key.answersTo(name)))
                .sorted()
                .map(name -> fault(name, settings))
                .toList();
    }

    private static Fault fault(String name, Settings settings) {
        String nearest = isProperty(name) ? nearest(name, Key::key) : nearest(name, Key::variable);
        return new Fault(
                name, settings.value(name).orElse(""), "there is no such key", "the nearest known one is " + nearest);
    }

    private static String nearest(String name, Function<Key, String> form) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(Key.values())
                .map(form)
                .min(Comparator.comparingInt(known -> EditDistance.between(wanted, known.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    private static boolean isProperty(String name) {
        return startsWith(name, PROPERTY_PREFIX);
    }

    private static boolean isVariable(String name) {
        return startsWith(name, VARIABLE_PREFIX);
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
