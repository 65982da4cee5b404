package org.siprecservlet.body;

import java.util.Locale;
import java.util.Objects;

/**
 * The body of a SIP message, or one part of a multipart body.
 *
 * @param contentType the whole Content-Type value, parameters included
 * @param bytes the content, byte for byte; not copied, so never change it
 */
public record Body(String contentType, byte[] bytes) {

    public Body {
        Objects.requireNonNull(contentType, "a body needs a content type");
        Objects.requireNonNull(bytes, "a body needs bytes");
    }

    /** No body at all. */
    public static final Body NONE = new Body("", new byte[0]);

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether the type is the given one, ignoring case and parameters. */
    public boolean is(String mediaType) {
        return mediaType().equals(mediaType.toLowerCase(Locale.ROOT));
    }

    /** Type and subtype in lower case, without parameters. */
    public String mediaType() {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
