package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.siprecservlet.recording.PlanField;

/** Holds docs/rules.md to what the program does. */
class RulesCookbookTest {

    private static final Path DOCUMENT = Path.of("docs", "rules.md");
    private static final Pattern RECIPE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TestFactory
    Stream<DynamicTest> everyRecipeIsAFileThatCanBeRead() throws IOException {
        return RECIPE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(recipe -> recipe.group(1))
                .map(yaml ->
                        DynamicTest.dynamicTest(yaml.lines().limit(4).toList().toString(), () -> assertReadable(yaml)));
    }

    private static void assertReadable(String yaml) {
        var files = Map.of("rules.yaml", yaml);
        SiprecConfig config = SiprecConfig.read(MapSettings.of("siprec.config", "rules.yaml"), files::get, List.of());

        assertThat(config.rules().rules()).isNotEmpty();
    }

    @Test
    void everyFieldOfAPlanIsDescribed() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(PlanField.values())
                .allSatisfy(field -> assertThat(document).contains("\n| `" + RuleReader.key(field) + "` |"));
    }
}
