package org.siprecservlet.call;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The facts of a call at the moment its 200 went to the caller.
 *
 * @param incoming what was known before
 * @param mediaId names the call at the media relay; the same Call-ID may come again after a challenge, this does not
 * @param calleeCallId the Call-ID of the callee's leg
 * @param sessionIds the RFC 7989 Session-ID values of the call's dialogs, {@code local;remote=...}; empty when the call
 *     has none
 */
public record AnsweredCall(
        IncomingCall incoming, String mediaId, String calleeCallId, List<String> sessionIds, Instant answeredAt) {

    public AnsweredCall {
        Objects.requireNonNull(incoming);
        Objects.requireNonNull(mediaId);
        Objects.requireNonNull(calleeCallId);
        sessionIds = List.copyOf(sessionIds);
        Objects.requireNonNull(answeredAt);
    }

    /** The Call-ID of the caller's leg. */
    public CallId id() {
        return incoming.id();
    }

    public Identity caller() {
        return incoming.caller();
    }

    public Identity callee() {
        return incoming.callee();
    }

    /** When the first INVITE came. */
    public Instant startedAt() {
        return incoming.startedAt();
    }

    /** The identity of one side. */
    public Identity identity(Side side) {
        return incoming.identity(side);
    }
}
