package org.siprecservlet.recording;

import java.time.Instant;

/**
 * No media is sent to the server any more. Told once the relay is silent and the server has been told, also when it refused
 * to hear of it; only after {@link RecordingStarted}.
 */
public record RecordingPaused(RecordingView recording, Instant at) implements RecordingNotice {}
