package org.siprecservlet.recording;

import java.time.Instant;

/** A recording that had been active is over. Told once after each {@link RecordingStarted}. */
public record RecordingStopped(RecordingView recording, EndReason reason, Instant at) implements RecordingNotice {}
