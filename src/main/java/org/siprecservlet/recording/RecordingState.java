package org.siprecservlet.recording;

/** Where a recording stands, as callers of the API see it. */
public enum RecordingState {
    /** The call is being set up; recording starts when the callee answers. */
    ARMED,
    /** A recorder is being sought or has not yet been connected. */
    STARTING,
    /** The recorder accepted and media flows as it asked. */
    ACTIVE,
    /** Nothing may flow any more, and the relay or the recorder is being told. */
    PAUSING,
    /** No media is sent to the recorder, whatever it thinks of that. */
    PAUSED,
    /** The recorder is being told that media will flow again; until it agrees, none does. */
    RESUMING,
    /** The recorder has vanished in mid-call, and the next one is sought or has not yet been connected. */
    MOVING,
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
