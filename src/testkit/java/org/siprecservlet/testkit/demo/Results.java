package org.siprecservlet.testkit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.siprecservlet.testkit.sip.Ladder;

/** The directory with what a run leaves. */
record Results(Path directory) {

    private static final String LEGEND =
            """
            A recorded call, from the first message to the last.

            -> is a SIP message: its number, the seconds since the first, in brackets what its body holds.
            => is audio, drawn where its first packet was seen. The lifelines are dotted where nothing happened for a
            second or more. All messages in full are below the ladder, under their numbers.

            """;

    /** Takes away what an earlier run left, so that nobody takes it for the result of this one. */
    void clear() throws IOException {
        Files.createDirectories(directory);
        List<Path> old;
        try (Stream<Path> files = Files.walk(directory)) {
            old = files.filter(file -> !file.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path deepestFirst : old) {
            Files.delete(deepestFirst);
        }
    }

    void write(Ladder ladder) throws IOException {
        Files.writeString(ladder(), LEGEND + ladder.withMessages());
    }

    Path ladder() {
        return directory.resolve("ladder.txt");
    }

    /** Where the results of a further call go. */
    Path ofCall(int number) {
        return directory.resolve("call-" + number);
    }

    /** A path as one would type it here. */
    static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
