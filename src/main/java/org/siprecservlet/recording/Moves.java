package org.siprecservlet.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a recording has moved from server to server in mid-call. Confined to the recording's mailbox. */
final class Moves {

    private final List<RecordingMove> done = new ArrayList<>();
    private SrsUri from;
    private Instant heardAt;
    private Instant lostAt;

    /** A server has vanished. */
    void left(SrsUri server, Instant lastSign, Instant now) {
        from = server;
        heardAt = lastSign;
        lostAt = now;
    }

    /** Whether a server has vanished, and no other has taken its place yet. */
    boolean isUnderWay() {
        return from != null;
    }

    /** Another has taken its place. */
    RecordingMove arrived(SrsUri server, Instant now) {
        RecordingMove move = new RecordingMove(from, server, heardAt, lostAt, now);
        done.add(move);
        from = null;
        return move;
    }

    List<RecordingMove> all() {
        return List.copyOf(done);
    }
}
