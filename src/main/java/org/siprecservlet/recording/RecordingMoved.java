package org.siprecservlet.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * The server vanished in mid-call, and another one records in its place: told once media flow there, or in a pause once it
 * is connected. {@link RecordingFailedOver} has told of each that was invited.
 */
public record RecordingMoved(RecordingView recording, RecordingMove move, Instant at) implements RecordingNotice {

    /** The server that vanished. */
    public SrsUri from() {
        return move.from();
    }

    /** The server that records now. */
    public SrsUri to() {
        return move.to();
    }

    /** How long there surely was no recording; see {@link RecordingMove} for how long there may have been none. */
    public Duration gap() {
        return move.gap();
    }
}
