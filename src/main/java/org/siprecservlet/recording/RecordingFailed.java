package org.siprecservlet.recording;

import java.time.Instant;

/**
 * A recording is over without ever having been active: no server took it, or the call ended first; the reason tells which.
 * Told once, in place of {@link RecordingStarted} and {@link RecordingStopped}.
 */
public record RecordingFailed(RecordingView recording, EndReason reason, Instant at) implements RecordingNotice {}
