package org.siprecservlet.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a page of the documentation names, as {@code `ClassOfTests.theTest`}. */
record NamedTests(Path document) {

    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("arquillian-tests/java"));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

    List<String> lines() {
        return text(document).lines().toList();
    }

    static boolean areIn(String row) {
        return TEST.matcher(row).find();
    }

    /** Those that there are none of. */
    List<String> missing() {
        return TEST.matcher(text(document))
                .results()
                .filter(found -> !isThere(found.group(1), found.group(2)))
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
    }

    private static boolean isThere(String type, String test) {
        return TESTS.stream()
                .flatMap(NamedTests::files)
                .filter(path -> path.endsWith(type + ".java"))
                .anyMatch(path -> text(path).contains("void " + test + "("));
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
