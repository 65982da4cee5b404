package org.siprecservlet.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/coming-from-opensips.md to its word: every row is shown by a test, and that test is there. */
class ComingFromOpenSipsTest {

    private static final Path DOCUMENT = Path.of("docs/coming-from-opensips.md");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("arquillian-tests/java"));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

    @Test
    void everyTestItNamesIsThere() {
        assertThat(named()).filteredOn(test -> !isThere(test)).isEmpty();
    }

    @Test
    void everyRowOfWhatIsHereNamesATest() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("|") && line.split(" \\| ").length >= 3)
                .filter(line -> !line.contains("not yet |") && !line.contains("RecordingNotice"))
                .filter(line -> !line.contains("()`") || line.contains("siprec_"))
                .filter(line -> !line.startsWith("| OpenSIPS |") && !line.startsWith("| case |"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(50).allMatch(row -> TEST.matcher(row)
                .find());
    }

    private static List<String> named() {
        try {
            return TEST.matcher(Files.readString(DOCUMENT))
                    .results()
                    .map(ComingFromOpenSipsTest::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MatchResult found) {
        return found.group(1) + "." + found.group(2);
    }

    private static boolean isThere(String test) {
        String[] name = test.split("\\.");
        return sources(name[0] + ".java").anyMatch(source -> source.contains("void " + name[1] + "("));
    }

    private static Stream<String> sources(String file) {
        return TESTS.stream()
                .flatMap(ComingFromOpenSipsTest::files)
                .filter(path -> path.endsWith(file))
                .map(path -> {
                    try {
                        return Files.readString(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
