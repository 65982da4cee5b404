package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Reads settings one after another and remembers what is wrong with them. In place of a wrong value the reader gets the
 * default, so that everything else can be checked as well. For one thread.
 */
final class Values {

    private final Settings settings;
    private final List<Fault> faults = new ArrayList<>();

    Values(Settings settings) {
        this.settings = settings;
    }

    <T> T read(Key key, Syntax<T> syntax) {
        String text = text(key);
        try {
            return syntax.parse(text);
        } catch (BadValue bad) {
            bad.complaints().forEach(c -> add(List.of(Fault.in(key, text, c.wrong(), c.right()))));
            return defaultOf(key, syntax);
        }
    }

    /** Whether there is a value for a setting that is not ours. */
    boolean isSet(String name) {
        return settings.value(name).isPresent();
    }

    /** Whether something that is no key of ours has this value. */
    boolean isSet(String name, String value) {
        return settings.value(name).map(String::strip).filter(value::equals).isPresent();
    }

    void add(Collection<Fault> more) {
        faults.addAll(more);
    }

    /** Whether a fault was found in one of the keys. */
    boolean areFaulty(Set<Key> keys) {
        return faults.stream().anyMatch(f -> keys.stream().anyMatch(k -> k.key().equals(f.key())));
    }

    /** Ends the reading. */
    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new ConfigurationFaults(faults);
        }
    }

    private String text(Key key) {
        return settings.value(key.key())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(key.defaultValue());
    }

    private static <T> T defaultOf(Key key, Syntax<T> syntax) {
        try {
            return syntax.parse(key.defaultValue());
        } catch (BadValue bad) {
            throw new IllegalStateException("the default of " + key.key() + " is wrong", bad);
        }
    }
}
