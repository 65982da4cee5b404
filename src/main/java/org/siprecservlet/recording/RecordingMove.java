package org.siprecservlet.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * How a recording came from a server that had vanished to the next one. Nothing was recorded between {@code lostAt} and
 * {@code movedAt}; whether anything was since {@code heardAt}, nobody knows.
 *
 * @param heardAt when the one before gave its last sign of life
 * @param lostAt when it was noticed that it had vanished
 * @param movedAt when the next one was connected
 */
public record RecordingMove(SrsUri from, SrsUri to, Instant heardAt, Instant lostAt, Instant movedAt) {

    /** How long there surely was no recording. */
    public Duration gap() {
        return Duration.between(lostAt, movedAt);
    }
}
