package org.siprecservlet.recording;

import java.time.Instant;
import java.util.Optional;
import org.siprecservlet.call.CallId;

/** A fact about a recording, told after it has become true. A final value, safe to keep. */
public sealed interface RecordingNotice
        permits RecordingStarted,
                RecordingPaused,
                RecordingResumed,
                RecordingSilent,
                RecordingRecovered,
                RecordingUnannounced,
                RecordingFailedOver,
                RecordingMoved,
                RecordingStopped,
                RecordingFailed {

    /** The recording as it was at that moment. */
    RecordingView recording();

    /** When it became true. */
    Instant at();

    /** The Call-ID of the recorded call's caller leg. */
    default CallId callId() {
        return recording().callId();
    }

    /** The Call-ID of the recorded call's callee leg; empty when the call was never answered. */
    default Optional<String> dialogId() {
        return recording().calleeCallId();
    }

    /** The Call-ID of the recording session; empty when no server was ever invited. */
    default Optional<String> srsCallId() {
        return recording().srsCallId();
    }

    /** The metadata's {@code session_id}. */
    default String sessionId() {
        return recording().sessionId();
    }

    /** The server that records, or that was tried last; empty when none ever was. */
    default Optional<SrsUri> server() {
        return recording().server();
    }

    default String instance() {
        return recording().instance();
    }
}
