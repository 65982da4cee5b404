package org.siprecservlet.recording;

import java.time.Instant;

/**
 * A recording is active: the server accepted, and media flows as it asked; or none does, when it was to be paused before it
 * began, and then {@link RecordingPaused} follows. Told once per recording at most.
 */
public record RecordingStarted(RecordingView recording, Instant at) implements RecordingNotice {}
