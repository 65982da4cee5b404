package org.siprecservlet.recording;

import java.time.Instant;

/** Media flows again: the server agreed, and the relay sends. Told only after {@link RecordingPaused}. */
public record RecordingResumed(RecordingView recording, Instant at) implements RecordingNotice {}
