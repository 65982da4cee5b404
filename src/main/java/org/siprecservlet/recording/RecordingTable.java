package org.siprecservlet.recording;

import static org.siprecservlet.recording.RecordingAction.*;
import static org.siprecservlet.recording.RecordingEventKind.*;
import static org.siprecservlet.recording.RecordingPhase.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a recording does, in every phase, on every event: pure data, and the only place where it is decided. Every cell
 * says something; {@code docs/recording-states.md} shows the same as a picture and is checked against it.
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
                    .on(END_WANTED, ENDED, NOTE_REASON, TELL_ENDED)
                    .on(SHUTDOWN, ENDED, NOTE_REASON, TELL_ENDED)
                    .on(FAULT, ENDED, NOTE_REASON, TELL_ENDED)
                    .never(SUBSCRIBED, RELAY_FAILED, CONNECTED, RINGING, ACCEPTED, ANSWER_UNUSABLE, SRS_HUNG_UP)
                    .never(TRY_FAILED_NEXT, TRY_FAILED_LAST, NO_ANSWER_NEXT, NO_ANSWER_LAST, BYE_DONE, CLOSE_TIMEOUT)
                    .never(SRS_OFFER, SRS_WANTS_OFFER, SRS_ANSWER);
        }

        row(SUBSCRIBING)
                .on(SUBSCRIBED, INVITING, INVITE_FIRST, AWAIT_ANSWER)
                .on(RELAY_FAILED, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(END_WANTED, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .never(BEGUN, CONNECTED, RINGING, ACCEPTED, ANSWER_UNUSABLE, SRS_HUNG_UP)
                .never(TRY_FAILED_NEXT, TRY_FAILED_LAST, NO_ANSWER_NEXT, NO_ANSWER_LAST, BYE_DONE, CLOSE_TIMEOUT)
                .never(SRS_OFFER, SRS_WANTS_OFFER, SRS_ANSWER);

        // An offer of a server that has not yet answered ours is early; it may come again.
        row(INVITING)
                .on(ACCEPTED, CONNECTING, STOP_WAITING, ACK, CONNECT)
                .on(ANSWER_UNUSABLE, CLOSING, NOTE_REASON, UNSUBSCRIBE, ACK, BYE, AWAIT_CLOSE)
                .on(TRY_FAILED_NEXT, INVITING, INVITE_NEXT, AWAIT_ANSWER)
                .on(TRY_FAILED_LAST, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, LET_GO, TELL_ENDED)
                .on(NO_ANSWER_NEXT, INVITING, CANCEL, LET_GO, INVITE_NEXT, AWAIT_ANSWER)
                .on(NO_ANSWER_LAST, CANCELLING, NOTE_REASON, UNSUBSCRIBE, CANCEL, AWAIT_CLOSE)
                .on(END_WANTED, CANCELLING, NOTE_REASON, UNSUBSCRIBE, CANCEL, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, CANCEL, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, NOTE_REASON, STOP_WAITING, UNSUBSCRIBE, CANCEL, LET_GO, TELL_ENDED)
                .on(SRS_OFFER, INVITING, REFUSE_FOR_NOW)
                .ignore(RINGING)
                .never(BEGUN, SUBSCRIBED, RELAY_FAILED, CONNECTED, SRS_HUNG_UP, BYE_DONE, CLOSE_TIMEOUT)
                .never(SRS_WANTS_OFFER, SRS_ANSWER);

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
                .ignore(RINGING, END_WANTED, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .never(BEGUN, SUBSCRIBED, RELAY_FAILED, CONNECTED, SRS_HUNG_UP, BYE_DONE)
                .never(SRS_WANTS_OFFER, SRS_ANSWER);

        row(CONNECTING)
                .on(CONNECTED, ACTIVE, TELL_STARTED)
                .on(RELAY_FAILED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(SRS_OFFER, CONNECTING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CONNECTING, REFUSE_FOR_NOW)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .never(BEGUN, SUBSCRIBED, RINGING, TRY_FAILED_NEXT, TRY_FAILED_LAST, BYE_DONE, CLOSE_TIMEOUT)
                .never(SRS_ANSWER);

        // An answer to our second offer that can not be used leaves the media as they are.
        row(ACTIVE)
                .on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(SRS_OFFER, CHANGING, RECONNECT)
                .on(SRS_WANTS_OFFER, ACTIVE, SEND_OFFER)
                .on(SRS_ANSWER, CHANGING, RECONNECT)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .never(BEGUN, SUBSCRIBED, RELAY_FAILED, CONNECTED, RINGING)
                .never(TRY_FAILED_NEXT, TRY_FAILED_LAST, BYE_DONE, CLOSE_TIMEOUT);

        // Media change before the server is told, so that nothing is sent that it no longer wants.
        row(CHANGING)
                .on(CONNECTED, ACTIVE, ANSWER_OFFER)
                .on(RELAY_FAILED, ACTIVE, REFUSE_OFFER)
                .on(END_WANTED, CLOSING, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, AWAIT_CLOSE)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, LET_GO, TELL_ENDED)
                .on(SRS_HUNG_UP, ENDED, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, TELL_ENDED)
                .on(FAULT, CLOSING, NOTE_REASON, UNSUBSCRIBE, REFUSE_OFFER, BYE, AWAIT_CLOSE)
                .on(SRS_OFFER, CHANGING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CHANGING, REFUSE_FOR_NOW)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST, SRS_ANSWER)
                .never(BEGUN, SUBSCRIBED, RINGING, TRY_FAILED_NEXT, TRY_FAILED_LAST, BYE_DONE, CLOSE_TIMEOUT);

        // A BYE of the server that crosses ours changes nothing: ours is answered too.
        row(CLOSING)
                .on(BYE_DONE, ENDED, STOP_WAITING, TELL_ENDED)
                .on(CLOSE_TIMEOUT, ENDED, LET_GO, TELL_ENDED)
                .on(SHUTDOWN, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(SRS_OFFER, CLOSING, REFUSE_FOR_NOW)
                .on(SRS_WANTS_OFFER, CLOSING, REFUSE_FOR_NOW)
                .ignore(CONNECTED, RELAY_FAILED, ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .ignore(END_WANTED, SRS_HUNG_UP, SRS_ANSWER)
                .never(BEGUN, SUBSCRIBED, RINGING, TRY_FAILED_NEXT, TRY_FAILED_LAST);

        row(ENDED).ignore(RecordingEventKind.values());
    }

    private RecordingTable() {}

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

        Row never(RecordingEventKind... events) {
            List.of(events).forEach(event -> put(event, Nothing.IMPOSSIBLE));
            return this;
        }

        private Row put(RecordingEventKind event, Cell cell) {
            if (cells.putIfAbsent(event, cell) != null) {
                throw new IllegalStateException("said twice: " + event);
            }
            return this;
        }
    }
}
