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

    /** The server also reports when a peer can not be reached, which is nobody's fault. */
    private static final Pattern COMPLAINT = Pattern.compile("\\[[^]]*] \\w+ org\\.siprecservlet\\.\\S+\\s+E .*"
            + "|\\s+at org\\.siprecservlet\\..*|.*SRVE0777E.*|.*FFDC1015I(?!.*java\\.net\\.SocketException).*");

    /**
     * What the server finds fault with in itself, and nobody but its log hears of: the look, after the turn of a session, whether
     * it is over, when another turn has just ended it; the health of an application that is just being taken away; and the
     * question of the test harness whether an application is there that has just been refused.
     */
    private static final List<String> ITS_OWN_AFFAIR = List.of(
            "com.ibm.ws.sip.container.was.SignalingEndOfTask",
            "com.ibm.ws.microprofile.health.internal.AppTrackerImpl",
            "javax.management.InstanceNotFoundException");

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
        return COMPLAINT.matcher(line).matches() && ITS_OWN_AFFAIR.stream().noneMatch(line::contains);
    }

    private static byte[] whole() {
        try {
            return Files.readAllBytes(Server.logs().resolve("messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
