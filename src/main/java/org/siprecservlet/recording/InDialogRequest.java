package org.siprecservlet.recording;

import java.util.Locale;
import java.util.Set;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.Headers;

/**
 * A request to be sent to a recording server within the recording session. Only what can not disturb the session, and can
 * not make two messages of one.
 *
 * @param method one of {@link #METHODS}
 * @param headers none of those that belong to the dialog or the body; no line ends in names or values
 * @param body with its content type, or {@link Body#NONE}
 */
public record InDialogRequest(String method, Headers headers, Body body) {

    /** What may be sent: requests that change neither the media nor the life of the session. */
    public static final Set<String> METHODS = Set.of("INFO", "MESSAGE", "NOTIFY", "OPTIONS");

    /** How large a body may be, in bytes: a request this large still fits where the recording's own INVITE does. */
    public static final int LARGEST_BODY = 64 * 1024;

    private static final Set<String> OF_THE_DIALOG = Set.of(
            "call-id",
            "contact",
            "content-length",
            "content-type",
            "cseq",
            "from",
            "max-forwards",
            "rack",
            "record-route",
            "require",
            "route",
            "rseq",
            "to",
            "via");

    /** @throws BadMessageException when it may not be sent; names the field */
    public InDialogRequest {
        if (!METHODS.contains(method)) {
            throw new BadMessageException(
                    "method",
                    "only " + String.join(", ", METHODS.stream().sorted().toList()) + " can be sent");
        }
        headers.names().forEach(name -> check(name, headers));
        check(body);
    }

    private static void check(String name, Headers headers) {
        if (OF_THE_DIALOG.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadMessageException("headers", "the header " + name + " belongs to the dialog or to the body");
        }
        try {
            headers.all(name).forEach(value -> HeaderLine.requireWellFormed(name, value));
        } catch (IllegalArgumentException e) {
            throw new BadMessageException("headers", e.getMessage());
        }
    }

    private static void check(Body body) {
        if (body.isEmpty()) {
            return;
        }
        if (hasControls(body.contentType()) || !body.mediaType().matches("[^ /]+/[^ /]+")) {
            throw new BadMessageException("contentType", "a body needs a content type, such as text/plain");
        }
        if (body.bytes().length > LARGEST_BODY) {
            throw new BadMessageException("body", "the body has more than " + LARGEST_BODY + " bytes");
        }
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(each -> Character.isISOControl(each) && each != '\t');
    }
}
