package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class MicroProfileSettingsTest {

    private final Settings settings = new MicroProfileSettings(new MapConfig(Map.of(
            "siprec.srs", "sip:a",
            "siprec.next-hop", "",
            "siprec.src.uri", "sip:${host}",
            "SIPREC_HISTORY_MAX", "5")));

    @Test
    void givesTheValueOfAKey() {
        assertThat(settings.value("siprec.srs")).contains("sip:a");
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(settings.value("siprec.next-hop")).isEmpty();
    }

    @Test
    void hasNothingUnderAKeyThatIsNotSet() {
        assertThat(settings.value("siprec.config")).isEmpty();
    }

    @Test
    void givesAnExpressionThatCanNotBeResolvedAsItWasWritten() {
        assertThat(settings.value("siprec.src.uri")).contains("sip:${host}");
    }

    @Test
    void namesEnvironmentVariablesAsTheyAre() {
        assertThat(settings.names()).contains("SIPREC_HISTORY_MAX", "siprec.srs");
    }

    /** As MicroProfile Config 2.0 behaves: empty counts as absent, an unresolvable expression is an exception. */
    private record MapConfig(Map<String, String> values) implements Config, ConfigSource {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            String value = values.getOrDefault(name, "");
            if (value.contains("${")) {
                throw new NoSuchElementException(value);
            }
            return Optional.of(value).filter(v -> !v.isEmpty()).map(type::cast);
        }

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of(this);
        }

        @Override
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "map";
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
