package org.siprecservlet.call;

import java.time.Instant;
import java.util.Objects;

/**
 * The facts of a call at the moment its first INVITE came.
 *
 * @param id the Call-ID of the caller's leg
 * @param caller who calls, as From says
 * @param callee who is called, as To says
 * @param requestUri where the caller sent the INVITE
 * @param headers all header fields of the INVITE
 * @param remoteAddress the IP address that the INVITE came from; empty when the container can not tell
 * @param startedAt when the INVITE came
 */
public record IncomingCall(
        CallId id,
        Identity caller,
        Identity callee,
        String requestUri,
        Headers headers,
        String remoteAddress,
        Instant startedAt) {

    public IncomingCall {
        Objects.requireNonNull(id);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(callee);
        Objects.requireNonNull(requestUri);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(startedAt);
    }

    /** The identity of one side. */
    public Identity identity(Side side) {
        return side == Side.CALLER ? caller : callee;
    }
}
