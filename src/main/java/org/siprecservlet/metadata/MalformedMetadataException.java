package org.siprecservlet.metadata;

/** A document that can not be read as metadata. The message says what is wrong and is fit for a log. */
public final class MalformedMetadataException extends Exception {

    private static final int LONGEST = 300;

    MalformedMetadataException(String message) {
        this(message, null);
    }

    MalformedMetadataException(String message, Throwable cause) {
        super(oneShortLine(message), cause);
    }

    private static String oneShortLine(String message) {
        String line = XmlText.oneLegalLine(message);
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
