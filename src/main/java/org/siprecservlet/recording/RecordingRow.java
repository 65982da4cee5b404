package org.siprecservlet.recording;

import static org.siprecservlet.recording.RecordingAction.*;
import static org.siprecservlet.recording.RecordingEventKind.*;
import static org.siprecservlet.recording.RecordingPhase.CLOSING;
import static org.siprecservlet.recording.RecordingPhase.ENDED;
import static org.siprecservlet.recording.RecordingPhase.LEAVING;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.recording.RecordingTable.Cell;
import org.siprecservlet.recording.RecordingTable.Nothing;
import org.siprecservlet.recording.RecordingTable.Step;

/** One row of the {@link RecordingTable} while it is being written. */
record RecordingRow(RecordingPhase phase, Map<RecordingEventKind, Cell> cells) {

    static RecordingRow of(RecordingPhase phase) {
        return new RecordingRow(phase, new EnumMap<>(RecordingEventKind.class));
    }

    /** What holds whenever there is a dialog with a server, and no request of the server to be answered. */
    RecordingRow inSession() {
        return on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST);
    }

    /** The server vanishes: media flow at the next one, unless that is not to be from the moment at which it is there. */
    RecordingRow movingOn(RecordingAction... first) {
        List<RecordingAction> actions = new ArrayList<>(List.of(first));
        actions.addAll(List.of(NOTE_LOSS, STOP_WAITING, BYE, LET_GO, LEAVE));
        return put(SRS_LOST, new Step(LEAVING, actions));
    }

    /** What holds whenever the relay is silent in a session. */
    RecordingRow silentInSession() {
        return inSession()
                .on(SRS_OFFER, phase, ANSWER_SILENTLY)
                .on(SRS_WANTS_OFFER, phase, SEND_SILENT_OFFER)
                .on(SRS_ANSWER, phase, KEEP_ANSWER);
    }

    /** What there is to tell the server is told later: something else has to be brought to its end first. */
    RecordingRow tellingLater() {
        return on(CALL_CHANGED, phase, NOTE_CHANGE)
                .on(COPY_CHANGED, phase, NOTE_CHANGE)
                .on(SNAPSHOT_WANTED, phase, NOTE_SNAPSHOT);
    }

    /** The server is to ask again a little later. */
    RecordingRow refusingOffersForNow() {
        return on(SRS_OFFER, phase, REFUSE_FOR_NOW).on(SRS_WANTS_OFFER, phase, REFUSE_FOR_NOW);
    }

    RecordingRow on(RecordingEventKind event, RecordingPhase next, RecordingAction... actions) {
        return put(event, new Step(next, List.of(actions)));
    }

    RecordingRow ignore(RecordingEventKind... events) {
        List.of(events).forEach(event -> put(event, Nothing.IGNORED));
        return this;
    }

    /** Whatever has not been said can not happen. */
    void neverElse() {
        for (RecordingEventKind event : RecordingEventKind.values()) {
            cells.putIfAbsent(event, Nothing.IMPOSSIBLE);
        }
    }

    private RecordingRow put(RecordingEventKind event, Cell cell) {
        if (cells.putIfAbsent(event, cell) != null) {
            throw new IllegalStateException("said twice: " + event);
        }
        return this;
    }
}
