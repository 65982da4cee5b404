package org.siprecservlet.call;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The facts of a call at the moment its 200 went to the caller.
 *
 * @param id the Call-ID of the caller's leg
 * @param mediaId names the call at the media relay; the same Call-ID may come again after a challenge, this does not
 * @param calleeCallId the Call-ID of the callee's leg
 * @param sessionIds the RFC 7989 Session-ID values of the call's dialogs, {@code local;remote=...}; empty when the call
 *     has none
 */
public record AnsweredCall(
        CallId id,
        String mediaId,
        String calleeCallId,
        Identity caller,
        Identity callee,
        List<String> sessionIds,
        Instant startedAt,
        Instant answeredAt) {

    public AnsweredCall {
        Objects.requireNonNull(id);
        Objects.requireNonNull(mediaId);
        Objects.requireNonNull(calleeCallId);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(callee);
        sessionIds = List.copyOf(sessionIds);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(answeredAt);
    }

    /** The identity of one side. */
    public Identity identity(Side side) {
        return side == Side.CALLER ? caller : callee;
    }
}
