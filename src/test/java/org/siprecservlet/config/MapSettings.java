package org.siprecservlet.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Settings as a test writes them down. */
public record MapSettings(Map<String, String> values) implements Settings {

    /** Keys and values in turn. */
    public static MapSettings of(String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new MapSettings(values);
    }

    @Override
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }
}
