package org.siprecservlet.recording;

import java.time.Duration;
import java.util.List;

/**
 * How a recording server refused.
 *
 * @param status the final SIP status, 300 or more; 408 also when the server gave no final answer in time
 * @param contacts where a 3xx says that the server is to be found, the preferred first
 * @param accepts the media types that a 415 says it takes (RFC 3261 section 21.4.13), in lower case and without parameters
 * @param retryAfter how long the server wants to be left alone (RFC 3261 section 20.33); zero: it does not say
 */
public record ServerRefusal(int status, List<SrsUri> contacts, List<String> accepts, Duration retryAfter) {

    /** No final answer in time. */
    public static final ServerRefusal NO_ANSWER = of(408);

    public ServerRefusal {
        contacts = List.copyOf(contacts);
        accepts = List.copyOf(accepts);
        retryAfter = retryAfter == null || retryAfter.isNegative() ? Duration.ZERO : retryAfter;
    }

    /** A refusal that says nothing but its status. */
    public static ServerRefusal of(int status) {
        return new ServerRefusal(status, List.of(), List.of(), Duration.ZERO);
    }
}
