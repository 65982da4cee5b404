package org.siprecservlet.arquillian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What the server says, in the file that all of its log goes to. */
record TomcatLog(Path file) {

    private static final String CAUSE = "Caused by: ";

    long length() {
        return all().length;
    }

    boolean says(String words) {
        return new String(all(), StandardCharsets.UTF_8).contains(words);
    }

    /** Why something failed after a moment: the first line of the first cause in the log. */
    Optional<String> reason(long since) {
        byte[] all = all();
        String said = new String(Arrays.copyOfRange(all, (int) since, all.length), StandardCharsets.UTF_8);
        return said.lines()
                .filter(line -> line.contains(CAUSE))
                .findFirst()
                .map(line -> line.substring(line.indexOf(CAUSE) + CAUSE.length()));
    }

    private byte[] all() {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
