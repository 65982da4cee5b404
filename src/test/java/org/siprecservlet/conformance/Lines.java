package org.siprecservlet.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is written down about requirements beside the tests: the requirements, and those that no test shows. */
final class Lines {

    private Lines() {}

    static List<Row> requirements() {
        return lines("requirements.tsv").stream().skip(1).map(Row::of).toList();
    }

    /** Why a requirement has no test: {@code n/a: ...} or {@code open: ...}, by id. */
    static Map<String, String> notShown() {
        return lines("not-shown.tsv").stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Lines.class.getResourceAsStream("/conformance/" + name)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
