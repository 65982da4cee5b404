package org.siprecservlet.recording;

import java.time.Instant;

/**
 * A recording is active, and no packet of the call was copied for {@code siprec.media.silence-after}, although a party is to send
 * and the server takes it. Told once until {@link RecordingRecovered}; the recording goes on.
 *
 * @param since when packets were last known to flow, or should have begun to
 */
public record RecordingSilent(RecordingView recording, Instant since, Instant at) implements RecordingNotice {}
