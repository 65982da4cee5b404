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
    /** The call has changed; the server is being told, and media flow as before. */
    FOLLOWING,
    /** Nothing may flow any more, though the server is still being told of the call; the relay is being told. */
    OVERTAKEN,
    /** The relay is silent; the server is still being told of the call, and has to be told of the silence after that. */
    MUTED,
    /** Nothing may flow any more; the relay is being told. */
    SILENCING,
    /** The relay is silent; the server is being told. */
    PAUSING,
    /** The relay is silent, and the server has heard of it or refused to. */
    PAUSED,
    /** The relay is silent, and the server, which has heard of it, is being told everything anew. */
    RETELLING,
    /** Media may flow again as soon as the server agrees; it is being asked. */
    RESUMING,
    /** Media may no longer flow again, though the server is being asked; its answer is awaited. */
    REPAUSING,
    /** The server agreed; the relay is starting the copy again. */
    RECONNECTING,
    /** The server has vanished, and the next is to be invited; the relay is being told to send nothing any more. */
    LEAVING,
    /** A BYE is on its way. */
    CLOSING,
    /** Nothing more will be done. */
    ENDED;

    /** The phase as callers of the API see it. */
    RecordingState state(boolean wasActive) {
        return switch (this) {
            case ARMED -> RecordingState.ARMED;
            case NEW, SUBSCRIBING -> RecordingState.STARTING;
            case INVITING, CONNECTING -> wasActive ? RecordingState.MOVING : RecordingState.STARTING;
            case LEAVING -> RecordingState.MOVING;
            case ACTIVE, CHANGING, FOLLOWING -> RecordingState.ACTIVE;
            case OVERTAKEN, MUTED, SILENCING, PAUSING, REPAUSING -> RecordingState.PAUSING;
            case PAUSED, RETELLING -> RecordingState.PAUSED;
            case RESUMING, RECONNECTING -> RecordingState.RESUMING;
            case CANCELLING, CLOSING -> RecordingState.STOPPING;
            case ENDED -> wasActive ? RecordingState.STOPPED : RecordingState.FAILED;
        };
    }

    /** Whether there is a dialog with a server in which requests can be sent. */
    boolean hasSession() {
        return switch (this) {
            case CONNECTING,
                    ACTIVE,
                    CHANGING,
                    FOLLOWING,
                    OVERTAKEN,
                    MUTED,
                    SILENCING,
                    PAUSING,
                    PAUSED,
                    RETELLING,
                    RESUMING,
                    REPAUSING,
                    RECONNECTING -> true;
            case ARMED, NEW, SUBSCRIBING, INVITING, CANCELLING, LEAVING, CLOSING, ENDED -> false;
        };
    }
}
