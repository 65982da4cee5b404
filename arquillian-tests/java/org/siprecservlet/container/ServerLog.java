package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server under test has logged since a moment. */
final class ServerLog {

    private static final Pattern COMPLAINT =
            Pattern.compile("^\\[[^]]*] \\w+ \\S+\\s+E .*|.*FFDC.*|\\s+at org\\.siprecservlet\\..*");

    /**
     * Open Liberty looks after the turn of a session whether it is over, and trips when another turn has just ended it. Nobody
     * but its log hears of that.
     */
    private static final String TRIPPED = "com.ibm.ws.sip.container.was.SignalingEndOfTask";

    private final long from = whole().length;

    /** Errors, whoever logged them, and first-failure reports. */
    List<String> complaints() {
        byte[] all = whole();
        String since = new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
        return since.lines().filter(ServerLog::isComplaint).toList();
    }

    private static boolean isComplaint(String line) {
        return COMPLAINT.matcher(line).matches() && !line.contains(TRIPPED);
    }

    private static byte[] whole() {
        try {
            return Files.readAllBytes(Server.logs().resolve("messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
