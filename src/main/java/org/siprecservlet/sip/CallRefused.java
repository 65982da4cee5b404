package org.siprecservlet.sip;

import java.util.concurrent.CompletionException;
import org.siprecservlet.media.RelayException;

/** A message that can not be passed on, with the SIP status that answers it. */
final class CallRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    CallRefused(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The refusal behind a failed stage; what is nobody's refusal is a fault of this server. */
    static CallRefused from(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof CallRefused refused) {
            return refused;
        }
        return cause instanceof RelayException relay
                ? new CallRefused(status(relay.kind()), relay.getMessage())
                : new CallRefused(500, "Internal error: " + cause);
    }

    private static int status(RelayException.Kind kind) {
        return switch (kind) {
            case UNUSABLE_DESCRIPTION -> 488;
            case NO_PORTS, BROKEN -> 503;
            case UNKNOWN_CALL, NOTHING_TO_COPY -> 500;
        };
    }
}
