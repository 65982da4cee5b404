package org.siprecservlet.recording;

import org.siprecservlet.metadata.RecordingMetadata;

/**
 * What the server has been told of the call. Confined to the recording's mailbox.
 *
 * <p>A partial document stands on all that were taken before it (RFC 7865, section 5), so there is one only while it is sure
 * what the server knows: an update that was refused, or whose fate is not known, is followed by a complete one.
 */
final class ToldMetadata {

    /** What the server is sure to know; null when it is not sure. */
    private RecordingMetadata known;
    /** What it is being told; null when nothing is. */
    private RecordingMetadata told;

    /** Tells everything. */
    RecordingMetadata everything(RecordingMetadata now) {
        known = null;
        told = now;
        return now;
    }

    /** Tells what has changed, or everything when it has to be, or when nothing has changed. */
    RecordingMetadata changes(RecordingMetadata now) {
        RecordingMetadata before = known;
        everything(now);
        if (before == null) {
            return now;
        }
        RecordingMetadata changes = now.since(before);
        return changes.saysNothing() ? now : changes;
    }

    /** The server has taken what it was told last. */
    void taken() {
        if (told != null) {
            known = told;
            told = null;
        }
    }

    /** The server has not taken what it was told last. */
    void refused() {
        told = null;
    }
}
