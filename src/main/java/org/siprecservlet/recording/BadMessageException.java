package org.siprecservlet.recording;

/** A request that somebody wants to be sent to a recording server may not be sent. */
public final class BadMessageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param why what is wrong with it, as the end of a sentence */
    BadMessageException(String field, String why) {
        super(why);
        this.field = field;
    }

    /** Which part of it is wrong: {@code method}, {@code headers}, {@code contentType} or {@code body}. */
    public String field() {
        return field;
    }
}
