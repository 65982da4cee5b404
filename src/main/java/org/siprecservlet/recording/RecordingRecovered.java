package org.siprecservlet.recording;

import java.time.Instant;

/** Packets are copied again. Only after {@link RecordingSilent}, once. */
public record RecordingRecovered(RecordingView recording, Instant at) implements RecordingNotice {}
