package org.siprecservlet.recording;

/** Where a recording stands, as callers of the API see it. */
public enum RecordingState {
    /** A recorder is being sought or has not yet been connected. */
    STARTING,
    /** The recorder accepted and media flows as it asked. */
    ACTIVE,
    /** The recording session is being closed. */
    STOPPING,
    /** Over, after it had been active. */
    STOPPED,
    /** Over without ever having been active. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return this == STOPPED || this == FAILED;
    }
}
