package org.siprecservlet.recording;

/** A server's answer that can not be used; the message says why. */
final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String message) {
        super(message);
    }
}
