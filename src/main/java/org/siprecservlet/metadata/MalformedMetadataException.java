package org.siprecservlet.metadata;

/** A document that can not be read as metadata. The message says what is wrong and is fit for a log. */
public final class MalformedMetadataException extends Exception {

    MalformedMetadataException(String message, Throwable cause) {
        super(message, cause);
    }
}
