package org.siprecservlet.media;

import java.util.concurrent.CompletionException;

/** A relay could not do what it was asked. The message tells the operator what happened and what to do about it. */
public final class RelayException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is, so that a call can be answered with the right status. */
    public enum Kind {
        /** The description itself can not be relayed: the sender's fault. */
        UNUSABLE_DESCRIPTION,
        /** No free port is left in the relay's range. */
        NO_PORTS,
        /** The relay does not know the call or the copy. */
        UNKNOWN_CALL,
        /** There is nothing in the call that this relay can copy, for example only encrypted media. */
        NOTHING_TO_COPY,
        /** The copy is to be sent from an address that the relay does not have. */
        UNKNOWN_ADDRESS,
        /** It is more than this kind of relay, or this version of it, can do at all. */
        NOT_SUPPORTED,
        /** Anything else: the relay is gone, or out of order. */
        BROKEN
    }

    private final Kind kind;

    public RelayException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public RelayException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is behind the failure of a stage, which may have come through other stages. */
    public static Throwable behind(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** What the failure of a stage has to tell the operator. */
    public static String messageOf(Throwable failure) {
        Throwable cause = behind(failure);
        return cause instanceof RelayException ? cause.getMessage() : cause.toString();
    }

    public Kind kind() {
        return kind;
    }
}
