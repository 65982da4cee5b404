package org.siprecservlet.body;

/** A body that is not what its Content-Type says. The message holds nothing of the body itself. */
public final class MalformedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedBodyException(String message) {
        super(message);
    }
}
