package org.siprecservlet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every requirement of SIPREC on a client is shown by a test, or it is said why not. */
class ConformanceTest {

    private static final Path DOCUMENT = Path.of("docs/conformance.md");
    private static final Path REPORT = Path.of("target/siprec-conformance.md");
    private static final Path PAGE = Path.of("target/siprec-conformance.html");

    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d\\d");

    private final Conformance conformance = Conformance.ofThisBuild();
    private final ConformanceReport report = new ConformanceReport(conformance.standings());

    @BeforeEach
    void report() throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report.markdown());
        Files.writeString(PAGE, report.html());
    }

    @Test
    void everyRequirementIsShownByATestOrItIsSaidWhyNot() {
        assertThat(conformance.rows()).hasSize(301);
        assertThat(conformance.faults()).isEmpty();
    }

    @Test
    void everyTestThatNamesARequirementRuns() {
        assertThat(NamingTests.thatDoNotRun()).isEmpty();
    }

    @Test
    void noRequirementThatTheDocumentationSaysIsMetHasLostItsTests() throws IOException {
        assertThat(lost())
                .as("requirements that had a test and have none; to give one up, take its row out of " + DOCUMENT)
                .isEmpty();
    }

    private List<String> lost() throws IOException {
        Set<String> met = conformance.standings().stream()
                .filter(standing -> standing.passes() && !standing.tests().isEmpty())
                .map(standing -> standing.row().id())
                .collect(Collectors.toSet());
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.contains(" | pass | "))
                .map(line -> line.split(" ")[1])
                .filter(id -> ID.matcher(id).matches() && !met.contains(id))
                .toList();
    }

    @Test
    void isWhatTheDocumentationSays() throws IOException {
        if (Boolean.getBoolean("update.docs") && lost().isEmpty()) {
            Files.writeString(DOCUMENT, report.markdown());
        }
        assertThat(Files.readString(DOCUMENT))
                .as("to bring it up to date: mvn test -Dtest=ConformanceTest -Dupdate.docs=true")
                .isEqualTo(report.markdown());
    }

    @Test
    void theReadmeCountsRight() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(report.count("all", "pass") + " of the " + report.count("all", "all") + " requirements")
                .contains(report.count("all", "n/a") + " can not apply");
    }
}
