package org.siprecservlet.recording;

import java.util.Objects;

/**
 * A recording server's final answer to a request that was sent to it within the recording session.
 *
 * @param status the SIP status, 200 to 699; 408 also when no answer came in time, 503 also when the request could not be
 *     sent
 */
public record ServerReply(int status, String reasonPhrase) {

    private static final int REQUEST_TIMEOUT = 408;

    /** No answer came in time. */
    static final ServerReply NONE_IN_TIME = new ServerReply(REQUEST_TIMEOUT, "Request Timeout");

    /** The request could not be sent, as far as the container knows. */
    public static final ServerReply NOT_SENT = new ServerReply(503, "It could not be sent");

    /** Whether it is an answer of the server: containers make up a 408 when none has come. */
    boolean isFromServer() {
        return status != REQUEST_TIMEOUT && !equals(NOT_SENT);
    }

    public ServerReply {
        Objects.requireNonNull(reasonPhrase);
    }
}
