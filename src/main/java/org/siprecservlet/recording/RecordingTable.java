package org.siprecservlet.recording;

import static org.siprecservlet.recording.RecordingAction.*;
import static org.siprecservlet.recording.RecordingEventKind.*;
import static org.siprecservlet.recording.RecordingPhase.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a recording does, in every phase, on every event: pure data, and the only place where it is decided. What is not
 * said can not happen; {@code docs/recording-states.md} shows the same as a picture and is checked against it.
 */
final class RecordingTable {

    /** One cell of the table. */
    sealed interface Cell {}

    /** Go to the next phase, then carry out the actions in order. */
    record Step(RecordingPhase next, List<RecordingAction> actions) implements Cell {

        Step {
            actions = List.copyOf(actions);
        }
    }

    /** Cells in which nothing is done. */
    enum Nothing implements Cell {
        /** Happens, and changes nothing: a late timer, a race that is already decided. */
        IGNORED,
        /** Would be a bug of this software or of an adapter; logged, otherwise ignored. */
        IMPOSSIBLE
    }

    private static final Map<RecordingPhase, Map<RecordingEventKind, Cell>> CELLS = new EnumMap<>(RecordingPhase.class);

    static {
        for (RecordingPhase unbegun : List.of(ARMED, NEW)) {
            row(unbegun)
                    .on(BEGUN, SUBSCRIBING, SUBSCRIBE)
                    .on(PAUSE_WANTED, unbegun, HUSH)
                    .on(RESUME_WANTED, unbegun, UNHUSH)
                    .on(END_WANTED, ENDED, NOTE_REASON, TELL_ENDED)
                    .on(SHUTDOWN, ENDED, NOTE_REASON, TELL_ENDED)
                    .on(FAULT, ENDED, NOTE_REASON, TELL_ENDED)
                    .neverElse();
        }

        row(SUBSCRIBING)
                .on(SUBSCRIBED, INVITING, INVITE_FIRST, AWAIT_ANSWER)
                .on(PAUSE_WANTED, SUBSCRIBING, HUSH)
                .on(RESUME_WANTED, SUBSCRIBING, UNHUSH)
                .on(RELAY_FAILED, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(END_WANTED, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .neverElse();

        // An offer of a server that has not yet answered ours is early; it may come again.
        row(INVITING)
                .on(ACCEPTED, CONNECTING, STOP_WAITING, ACK, CONNECT)
                .on(ANSWER_UNUSABLE, CLOSING, NOTE_REASON, UNSUBSCRIBE, ACK, BYE, AWAIT_CLOSE)
                .on(TRY_FAILED_NEXT, INVITING, INVITE_NEXT, AWAIT_ANSWER)
                .on(TRY_FAILED_LAST, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, LET_GO, TELL_ENDED)
                .on(NO_ANSWER_NEXT, INVITING, CANCEL, LET_GO, INVITE_NEXT, AWAIT_ANSWER)
                .on(NO_ANSWER_LAST, CANCELLING, NOTE_REASON, UNSUBSCRIBE, CANCEL, AWAIT_CLOSE)
                .on(PAUSE_WANTED, INVITING, HUSH)
                .on(RESUME_WANTED, INVITING, UNHUSH)
                .on(END_WANTED, CANCELLING, NOTE_REASON, UNSUBSCRIBE, CANCEL, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, CANCEL, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, CANCEL, LET_GO, TELL_ENDED)
                .on(SRS_OFFER, INVITING, REFUSE_FOR_NOW)
                .ignore(RINGING)
                .neverElse();

        // A failure need not be the last word: containers make up one when nothing has come for a while.
        // A 2xx that crosses the CANCEL has set up a dialog, which has to be acknowledged and ended.
        row(CANCELLING)
                .on(ACCEPTED, CLOSING, ACK, BYE, AWAIT_CLOSE)
                .on(ANSWER_UNUSABLE, CLOSING, ACK, BYE, AWAIT_CLOSE)
                .on(TRY_FAILED_NEXT, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(TRY_FAILED_LAST, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(CLOSE_TIMEOUT, ENDED, LET_GO, TELL_ENDED)
                .on(SHUTDOWN, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(SRS_OFFER, CANCELLING, REFUSE_FOR_NOW)
                .ignore(RINGING, END_WANTED, PAUSE_WANTED, RESUME_WANTED, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .neverElse();

        // A pause that was wanted before: the relay is silent, and now the server can be told.
        session(CONNECTING)
                .on(CONNECTED, ACTIVE, TELL_STARTED)
                .on(SILENCED, PAUSING, TELL_STARTED, OFFER_SILENCE, AWAIT_REPLY)
                .on(RELAY_FAILED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(PAUSE_WANTED, CONNECTING, POSTPONE)
                .on(RESUME_WANTED, CONNECTING, POSTPONE)
                .on(SRS_OFFER, CONNECTING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CONNECTING, REFUSE_FOR_NOW)
                .neverElse();

        // An answer to our second offer that can not be used leaves the media as they are.
        session(ACTIVE)
                .on(PAUSE_WANTED, SILENCING, SILENCE)
                .on(SRS_OFFER, CHANGING, RECONNECT)
                .on(SRS_WANTS_OFFER, ACTIVE, SEND_OFFER)
                .on(SRS_ANSWER, CHANGING, RECONNECT)
                .ignore(RESUME_WANTED)
                .neverElse();

        // Media change before the server is told, so that nothing is sent that it no longer wants.
        row(CHANGING)
                .on(CONNECTED, ACTIVE, ANSWER_OFFER)
                .on(RELAY_FAILED, ACTIVE, REFUSE_OFFER)
                .on(PAUSE_WANTED, CHANGING, POSTPONE)
                .on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, TELL_ENDED)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, AWAIT_CLOSE)
                .on(SRS_OFFER, CHANGING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CHANGING, REFUSE_FOR_NOW)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST, SRS_ANSWER, RESUME_WANTED)
                .neverElse();

        // The relay first, then the server.
        session(SILENCING)
                .on(SILENCED, PAUSING, OFFER_SILENCE, AWAIT_REPLY)
                .on(RELAY_FAILED, ACTIVE, LOG_REFUSAL, REFUSE_PAUSE)
                .on(RESUME_WANTED, SILENCING, POSTPONE)
                .on(SRS_OFFER, SILENCING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, SILENCING, REFUSE_FOR_NOW)
                .on(SRS_ANSWER, SILENCING, KEEP_ANSWER)
                .ignore(PAUSE_WANTED)
                .neverElse();

        // A server that refuses gets no media all the same.
        silent(PAUSING)
                .on(OFFER_ACCEPTED, PAUSED, STOP_WAITING, TELL_PAUSED)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL, TELL_PAUSED)
                .on(OFFER_CROSSED, PAUSING, AWAIT_RETRY)
                .on(RETRY_DUE, PAUSING, OFFER_SILENCE, AWAIT_REPLY)
                .on(RESUME_WANTED, PAUSING, POSTPONE)
                .ignore(PAUSE_WANTED)
                .neverElse();

        silent(PAUSED)
                .on(RESUME_WANTED, RESUMING, OFFER_FLOW, AWAIT_REPLY)
                .ignore(PAUSE_WANTED)
                .neverElse();

        // The server first, then the relay.
        silent(RESUMING)
                .on(OFFER_ACCEPTED, RECONNECTING, STOP_WAITING, UNHUSH, CONNECT)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL, REFUSE_RESUME)
                .on(OFFER_CROSSED, RESUMING, AWAIT_RETRY)
                .on(RETRY_DUE, RESUMING, OFFER_FLOW, AWAIT_REPLY)
                .on(PAUSE_WANTED, REPAUSING)
                .ignore(RESUME_WANTED)
                .neverElse();

        // Only a server that accepted believes that media flow again, and has to be told otherwise.
        silent(REPAUSING)
                .on(OFFER_ACCEPTED, PAUSING, OFFER_SILENCE, AWAIT_REPLY)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL)
                .on(OFFER_CROSSED, PAUSED, STOP_WAITING)
                .on(RETRY_DUE, PAUSED)
                .on(RESUME_WANTED, RESUMING)
                .ignore(PAUSE_WANTED)
                .neverElse();

        session(RECONNECTING)
                .on(CONNECTED, ACTIVE, TELL_RESUMED)
                .on(RELAY_FAILED, PAUSED, LOG_REFUSAL, REFUSE_RESUME)
                .on(PAUSE_WANTED, RECONNECTING, POSTPONE)
                .on(SRS_OFFER, RECONNECTING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, RECONNECTING, REFUSE_FOR_NOW)
                .ignore(RESUME_WANTED, SRS_ANSWER)
                .neverElse();

        // A BYE of the server that crosses ours changes nothing: ours is answered too.
        row(CLOSING)
                .on(BYE_DONE, ENDED, STOP_WAITING, TELL_ENDED)
                .on(CLOSE_TIMEOUT, ENDED, LET_GO, TELL_ENDED)
                .on(SHUTDOWN, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(SRS_OFFER, CLOSING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CLOSING, REFUSE_FOR_NOW)
                .ignore(CONNECTED, SILENCED, RELAY_FAILED, ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .ignore(END_WANTED, PAUSE_WANTED, RESUME_WANTED, SRS_HUNG_UP, SRS_ANSWER)
                .ignore(OFFER_ACCEPTED, OFFER_REFUSED, OFFER_CROSSED, RETRY_DUE)
                .neverElse();

        row(ENDED).ignore(RecordingEventKind.values());
    }

    private RecordingTable() {}

    /** A row with what holds whenever there is a dialog with a server, and no request of the server to be answered. */
    private static Row session(RecordingPhase phase) {
        return row(phase)
                .on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST);
    }

    /** A row with what holds whenever the relay is silent in a session. */
    private static Row silent(RecordingPhase phase) {
        return session(phase)
                .on(SRS_OFFER, phase, ANSWER_SILENTLY)
                .on(SRS_WANTS_OFFER, phase, SEND_SILENT_OFFER)
                .on(SRS_ANSWER, phase, KEEP_ANSWER);
    }

    /** The cell of a phase and an event. */
    static Cell cell(RecordingPhase phase, RecordingEventKind event) {
        return Objects.requireNonNull(CELLS.get(phase).get(event), () -> "nothing said for " + phase + ", " + event);
    }

    private static Row row(RecordingPhase phase) {
        Map<RecordingEventKind, Cell> cells = new EnumMap<>(RecordingEventKind.class);
        CELLS.put(phase, cells);
        return new Row(cells);
    }

    private record Row(Map<RecordingEventKind, Cell> cells) {

        Row on(RecordingEventKind event, RecordingPhase next, RecordingAction... actions) {
            return put(event, new Step(next, List.of(actions)));
        }

        Row ignore(RecordingEventKind... events) {
            List.of(events).forEach(event -> put(event, Nothing.IGNORED));
            return this;
        }

        /** Whatever has not been said can not happen. */
        void neverElse() {
            for (RecordingEventKind event : RecordingEventKind.values()) {
                cells.putIfAbsent(event, Nothing.IMPOSSIBLE);
            }
        }

        private Row put(RecordingEventKind event, Cell cell) {
            if (cells.putIfAbsent(event, cell) != null) {
                throw new IllegalStateException("said twice: " + event);
            }
            return this;
        }
    }
}
