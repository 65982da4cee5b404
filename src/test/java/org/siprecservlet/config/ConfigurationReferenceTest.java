package org.siprecservlet.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md to what the program does. */
class ConfigurationReferenceTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(siprec\\.[^`]+)` \\| (?:none|`([^`]*)`) \\| ([^|]+) \\| ([^|]+) \\|$");

    @Test
    void documentsEveryKeyWithItsDefaultAndNoOther() throws IOException {
        Map<String, String> known = Arrays.stream(Key.values()).collect(toMap(Key::key, Key::defaultValue));

        assertThat(rows().stream().collect(toMap(row -> row.group(1), ConfigurationReferenceTest::defaultIn)))
                .isEqualTo(known);
    }

    private static String defaultIn(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .toList();
    }
}
