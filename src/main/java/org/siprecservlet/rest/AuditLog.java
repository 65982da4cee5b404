package org.siprecservlet.rest;

import java.lang.System.Logger.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines that tell who did what to recordings, one for each request that would change something, refused ones too. They
 * hold no passwords, tokens or bodies. What strangers wrote is in quotes and cut to size.
 */
public final class AuditLog {

    private static final System.Logger LOG = System.getLogger("org.siprecservlet.rest.audit");
    private static final int LONGEST = 256;

    private AuditLog() {}

    /** Somebody was not let in. */
    public static void refused(String who, String from, String path, Problem problem) {
        line(
                field("who", who),
                "from=" + from,
                field("path", path),
                "outcome=" + problem.status() + " " + problem.code());
    }

    /** Somebody was let in, and was answered. Fields that are not known are null. */
    static void line(String... fields) {
        LOG.log(
                Level.INFO,
                Stream.of(fields).filter(field -> field != null).collect(Collectors.joining(" ", "audit ", "")));
    }

    /** A name and a value that may hold anything; null when the value is. */
    static String field(String name, String value) {
        return value == null ? null : name + "=\"" + harmless(value) + "\"";
    }

    private static String harmless(String text) {
        return text.codePoints()
                .limit(LONGEST)
                .map(each -> Character.isISOControl(each) || each == '"' ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
