package org.siprecservlet.recording;

/** Where a recording stands inside; what callers of the API see of it is the {@link RecordingState}. */
enum RecordingPhase {
    /** Asked for while the call is being set up: waits for the answer. */
    ARMED,
    /** Asked for, nothing done yet. */
    NEW,
    /** The relay is preparing the copy. */
    SUBSCRIBING,
    /** An INVITE to a server is pending. */
    INVITING,
    /** The end was wanted while an INVITE was pending: it has been cancelled, its final answer is awaited. */
    CANCELLING,
    /** The server accepted and has its ACK; the relay is starting the copy. */
    CONNECTING,
    /** Media flows as the server asked. */
    ACTIVE,
    /** The server wants the media otherwise; the relay is changing the copy. */
    CHANGING,
    /** A BYE is on its way. */
    CLOSING,
    /** Nothing more will be done. */
    ENDED;

    /** The phase as callers of the API see it. */
    RecordingState state(boolean wasActive) {
        return switch (this) {
            case ARMED -> RecordingState.ARMED;
            case NEW, SUBSCRIBING, INVITING, CONNECTING -> RecordingState.STARTING;
            case ACTIVE, CHANGING -> RecordingState.ACTIVE;
            case CANCELLING, CLOSING -> RecordingState.STOPPING;
            case ENDED -> wasActive ? RecordingState.STOPPED : RecordingState.FAILED;
        };
    }
}
