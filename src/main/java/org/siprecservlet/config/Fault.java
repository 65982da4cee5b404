package org.siprecservlet.config;

import java.util.Objects;
import org.siprecservlet.text.Printable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the name of the setting, as the operator wrote it
 * @param value what it is set to
 * @param wrong what is wrong with the value
 * @param right what would be right; empty when there is nothing to propose
 */
public record Fault(String key, String value, String wrong, String right) {

    private static final int LONGEST_VALUE = 200;

    public Fault {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        Objects.requireNonNull(wrong);
        Objects.requireNonNull(right);
    }

    /** A fault in the value of a known key. */
    public static Fault in(Key key, String value, String wrong, String right) {
        return new Fault(key.key(), value, wrong, right);
    }

    /** The fault in one line, whatever the value holds. */
    @Override
    public String toString() {
        String line = key + " = \"" + shortened() + "\": " + wrong;
        return Printable.of(right.isEmpty() ? line : line + "; " + right);
    }

    private String shortened() {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }
}
