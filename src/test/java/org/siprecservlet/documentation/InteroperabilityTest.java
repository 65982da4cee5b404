package org.siprecservlet.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.recording.RecorderProfile;

/** Holds docs/interoperability.md, and what docs/rules.md says of profiles, to their word. */
class InteroperabilityTest {

    private final NamedTests tests = new NamedTests(Path.of("docs/interoperability.md"));

    @Test
    void everyTestItNamesIsThere() {
        assertThat(tests.missing()).isEmpty();
    }

    @Test
    void everyRuleNamesATest() {
        List<String> rules =
                tests.lines().stream().filter(line -> line.startsWith("| W")).toList();
        assertThat(rules).hasSize(33).allMatch(NamedTests::areIn);
    }

    @Test
    void everyProfileIsToldOf() {
        List<String> lines = new NamedTests(Path.of("docs/rules.md")).lines();
        assertThat(RecorderProfile.names())
                .allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith("| `" + name + "` |")));
    }
}
