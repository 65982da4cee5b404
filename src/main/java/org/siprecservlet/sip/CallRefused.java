package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.siprecservlet.media.RelayException;

/** A message that can not be passed on, with the SIP status that answers it. */
final class CallRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    CallRefused(int status, String why) {
        this(status, why, Map.of());
    }

    /** @param headers what the answer has to tell beside the status, by name */
    CallRefused(int status, String why, Map<String, String> headers) {
        super(why);
        this.status = status;
        this.headers = headers;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** What is told to the side that asked, when it is the other side's answer that can not be passed on. */
    CallRefused ofAnswer() {
        return new CallRefused(status < 500 ? 502 : status, "The other side's answer can not be used: " + getMessage());
    }

    /** The refusal behind a failed stage; what is nobody's refusal is a fault of this server. */
    static CallRefused from(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof CallRefused refused) {
            return refused;
        }
        if (cause instanceof RelayException relay) {
            return new CallRefused(status(relay.kind()), relay.getMessage());
        }
        return cause instanceof UncheckedIOException
                ? new CallRefused(503, cause.getMessage())
                : new CallRefused(500, "Internal error: " + cause);
    }

    private static int status(RelayException.Kind kind) {
        return switch (kind) {
            case UNUSABLE_DESCRIPTION, NOT_SUPPORTED -> 488;
            case NO_PORTS, BROKEN -> 503;
            case UNKNOWN_CALL, NOTHING_TO_COPY, UNKNOWN_ADDRESS -> 500;
        };
    }
}
