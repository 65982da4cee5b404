package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** What the server under test has logged since a moment. */
final class ServerLog {

    private final long from = whole().length;

    /** The lines with these words. */
    List<String> saying(String words) {
        byte[] all = whole();
        String since = new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
        return since.lines().filter(line -> line.contains(words)).toList();
    }

    /** Errors of the application, exceptions that went through it, and first-failure reports of the server. */
    List<String> complaints() {
        byte[] all = whole();
        String since = new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
        return since.lines().filter(ServerLog::isComplaint).toList();
    }

    private static boolean isComplaint(String line) {
        Container container = Container.underTest();
        return container.complaint().matcher(line).matches()
                && container.ownAffairs().stream().noneMatch(line::contains);
    }

    private static byte[] whole() {
        try {
            return Files.readAllBytes(Server.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
