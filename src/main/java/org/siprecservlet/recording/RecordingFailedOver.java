package org.siprecservlet.recording;

import java.time.Instant;

/**
 * A server did not take the recording, or vanished from it, and the next one has been invited.
 *
 * @param from what was tried before
 * @param to what is being tried now
 * @param reason why the one before did not take it, or {@link EndReason#SRS_LOST}
 */
public record RecordingFailedOver(RecordingView recording, SrsUri from, SrsUri to, EndReason reason, Instant at)
        implements RecordingNotice {}
