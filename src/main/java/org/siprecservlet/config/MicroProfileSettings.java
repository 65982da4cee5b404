package org.siprecservlet.config;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings from MicroProfile Config: system properties, environment variables, and what the server adds. An expression
 * that can not be resolved is told as it was written, not as if nothing had been set.
 */
public final class MicroProfileSettings implements Settings {

    private final Config config;

    public MicroProfileSettings(Config config) {
        this.config = config;
    }

    @Override
    public Optional<String> value(String key) {
        return resolved(key).or(() -> asWritten(key)).filter(value -> !value.isBlank());
    }

    @Override
    public Set<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> resolved(String key) {
        try {
            return config.getOptionalValue(key, String.class);
        } catch (NoSuchElementException | IllegalArgumentException unresolvable) {
            return Optional.empty();
        }
    }

    private Optional<String> asWritten(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map((ConfigSource source) -> source.getValue(key))
                .filter(value -> value != null)
                .findFirst();
    }
}
