package org.siprecservlet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader may count on when opening any source file. */
class SourcesTest {

    private static final int MOST_LINES = 400;
    private static final List<Path> ROOTS =
            List.of(Path.of("src"), Path.of("arquillian-tests"), Path.of("deploy"), Path.of("bench"));

    @Test
    void noSourceFileIsTooLongToBeReadAtOnce() throws IOException {
        assertThat(sources()).filteredOn(file -> lines(file) > MOST_LINES).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        assertThat(sources())
                .filteredOn(file -> file.startsWith(Path.of("src", "main")))
                .extracting(Path::getParent)
                .filteredOn(folder -> Files.notExists(folder.resolve("package-info.java")))
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = ROOTS.stream().filter(Files::isDirectory).flatMap(SourcesTest::walk)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
