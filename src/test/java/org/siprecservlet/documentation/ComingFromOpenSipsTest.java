package org.siprecservlet.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds docs/coming-from-opensips.md to its word: every row is shown by a test, and that test is there. */
class ComingFromOpenSipsTest {

    private final NamedTests tests = new NamedTests(Path.of("docs/coming-from-opensips.md"));

    @Test
    void everyTestItNamesIsThere() {
        assertThat(tests.missing()).isEmpty();
    }

    @Test
    void everyRowOfWhatIsHereNamesATest() {
        List<String> rows = tests.lines().stream()
                .filter(line -> line.startsWith("|") && line.split(" \\| ").length >= 3)
                .filter(line -> !line.contains("not yet |") && !line.contains("RecordingNotice"))
                .filter(line -> !line.contains("()`") || line.contains("siprec_"))
                .filter(line -> !line.startsWith("| OpenSIPS |") && !line.startsWith("| case |"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(50).allMatch(NamedTests::areIn);
    }
}
