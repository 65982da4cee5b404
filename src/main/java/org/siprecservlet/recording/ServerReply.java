package org.siprecservlet.recording;

import java.util.Objects;

/**
 * A recording server's final answer to a request that was sent to it within the recording session.
 *
 * @param status the SIP status, 200 to 699; 408 also when no answer came in time, 503 also when the request could not be
 *     sent
 */
public record ServerReply(int status, String reasonPhrase) {

    /** No answer came in time. */
    static final ServerReply NONE_IN_TIME = new ServerReply(408, "Request Timeout");

    public ServerReply {
        Objects.requireNonNull(reasonPhrase);
    }
}
