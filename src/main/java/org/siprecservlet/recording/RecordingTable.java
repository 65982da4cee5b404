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
                    .ignore(CALL_CHANGED)
                    .neverElse();
        }

        row(SUBSCRIBING)
                .on(SUBSCRIBED, INVITING, INVITE_FIRST, AWAIT_ANSWER)
                .on(PAUSE_WANTED, SUBSCRIBING, HUSH)
                .on(RESUME_WANTED, SUBSCRIBING, UNHUSH)
                .on(CALL_CHANGED, SUBSCRIBING, NOTE_CHANGE)
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
                .on(CALL_CHANGED, INVITING, NOTE_CHANGE)
                .on(SNAPSHOT_WANTED, INVITING, NOTE_SNAPSHOT)
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
                .ignore(
                        RINGING,
                        END_WANTED,
                        PAUSE_WANTED,
                        RESUME_WANTED,
                        NO_ANSWER_NEXT,
                        NO_ANSWER_LAST,
                        CALL_CHANGED,
                        SNAPSHOT_WANTED)
                .neverElse();

        // A pause that was wanted before: the relay is silent, and now the server can be told.
        session(CONNECTING)
                .on(CONNECTED, ACTIVE, TELL_STARTED, TELL_RESUMED)
                .on(SILENCED, PAUSING, TELL_STARTED, OFFER_SILENCE, AWAIT_REPLY)
                .on(RELAY_FAILED, CLOSING, NOTE_REASON, UNSUBSCRIBE, BYE, AWAIT_CLOSE)
                .on(PAUSE_WANTED, CONNECTING, POSTPONE)
                .on(RESUME_WANTED, CONNECTING, POSTPONE)
                .refusingOffersForNow()
                .on(CALL_CHANGED, CONNECTING, NOTE_CHANGE)
                .on(SNAPSHOT_WANTED, CONNECTING, NOTE_SNAPSHOT)
                .movingOn()
                .neverElse();

        // An answer to our second offer that can not be used leaves the media as they are.
        session(ACTIVE)
                .on(PAUSE_WANTED, SILENCING, SILENCE)
                .on(SRS_OFFER, CHANGING, RECONNECT)
                .on(SRS_WANTS_OFFER, ACTIVE, SEND_OFFER)
                .on(SRS_ANSWER, CHANGING, RECONNECT)
                .on(CALL_CHANGED, ACTIVE, ASK_RELAY)
                .on(COPY_CHANGED, FOLLOWING, RENEW, OFFER_FLOW, AWAIT_REPLY)
                .on(SNAPSHOT_WANTED, FOLLOWING, OFFER_SNAPSHOT, AWAIT_REPLY)
                .movingOn()
                .ignore(RESUME_WANTED)
                .neverElse();

        // The server first, then the relay. A pause does not wait for the server.
        session(FOLLOWING)
                .on(OFFER_ACCEPTED, CHANGING, STOP_WAITING, RECONNECT)
                .on(OFFER_REFUSED, ACTIVE, STOP_WAITING, LOG_REFUSAL)
                .on(OFFER_CROSSED, FOLLOWING, AWAIT_RETRY)
                .on(RETRY_DUE, FOLLOWING, OFFER_FLOW, AWAIT_REPLY)
                .on(PAUSE_WANTED, OVERTAKEN, SILENCE)
                .on(SRS_OFFER, CHANGING, STOP_WAITING, NOTE_CHANGE, RECONNECT)
                .on(SRS_WANTS_OFFER, FOLLOWING, REFUSE_FOR_NOW)
                .on(SRS_ANSWER, FOLLOWING, KEEP_ANSWER)
                .tellingLater()
                .movingOn()
                .ignore(RESUME_WANTED)
                .neverElse();

        session(OVERTAKEN)
                .on(SILENCED, MUTED)
                .on(RELAY_FAILED, FOLLOWING, LOG_REFUSAL, REFUSE_PAUSE)
                .on(OFFER_ACCEPTED, SILENCING, STOP_WAITING, KEEP_ANSWER)
                .on(OFFER_REFUSED, SILENCING, STOP_WAITING, LOG_REFUSAL)
                .on(OFFER_CROSSED, SILENCING, STOP_WAITING, NOTE_CHANGE)
                .on(RETRY_DUE, SILENCING, NOTE_CHANGE)
                .on(RESUME_WANTED, OVERTAKEN, POSTPONE)
                .on(SRS_ANSWER, OVERTAKEN, KEEP_ANSWER)
                .refusingOffersForNow()
                .tellingLater()
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
                .neverElse();

        // Whatever the server says to the change, it has to be told that nothing is sent.
        silent(MUTED)
                .on(OFFER_ACCEPTED, PAUSING, KEEP_ANSWER, OFFER_SILENCE, AWAIT_REPLY)
                .on(OFFER_REFUSED, PAUSING, LOG_REFUSAL, OFFER_SILENCE, AWAIT_REPLY)
                .on(OFFER_CROSSED, PAUSING, NOTE_CHANGE, AWAIT_RETRY)
                .on(RETRY_DUE, PAUSING, NOTE_CHANGE, OFFER_SILENCE, AWAIT_REPLY)
                .on(RESUME_WANTED, MUTED, POSTPONE)
                .tellingLater()
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
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
                .refusingOffersForNow()
                .tellingLater()
                .movingOn(REFUSE_OFFER)
                .ignore(ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST, SRS_ANSWER, RESUME_WANTED)
                .neverElse();

        // The relay first, then the server.
        session(SILENCING)
                .on(SILENCED, PAUSING, OFFER_SILENCE, AWAIT_REPLY)
                .on(RELAY_FAILED, ACTIVE, LOG_REFUSAL, REFUSE_PAUSE)
                .on(RESUME_WANTED, SILENCING, POSTPONE)
                .refusingOffersForNow()
                .tellingLater()
                .movingOn(HUSH)
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
                .tellingLater()
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
                .neverElse();

        silent(PAUSED)
                .on(RESUME_WANTED, RESUMING, OFFER_FLOW, AWAIT_REPLY)
                .on(CALL_CHANGED, PAUSED, ASK_RELAY)
                .on(COPY_CHANGED, PAUSED, RENEW)
                .on(SNAPSHOT_WANTED, RETELLING, OFFER_SILENT_SNAPSHOT, AWAIT_REPLY)
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
                .neverElse();

        silent(RETELLING)
                .on(OFFER_ACCEPTED, PAUSED, STOP_WAITING)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL)
                .on(OFFER_CROSSED, RETELLING, AWAIT_RETRY)
                .on(RETRY_DUE, RETELLING, OFFER_SILENT_SNAPSHOT, AWAIT_REPLY)
                .on(RESUME_WANTED, RETELLING, POSTPONE)
                .tellingLater()
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
                .neverElse();

        // The server first, then the relay.
        silent(RESUMING)
                .on(OFFER_ACCEPTED, RECONNECTING, STOP_WAITING, UNHUSH, CONNECT)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL, REFUSE_RESUME)
                .on(OFFER_CROSSED, RESUMING, AWAIT_RETRY)
                .on(RETRY_DUE, RESUMING, OFFER_FLOW, AWAIT_REPLY)
                .on(PAUSE_WANTED, REPAUSING)
                .tellingLater()
                .movingOn(UNHUSH)
                .ignore(RESUME_WANTED)
                .neverElse();

        // Only a server that accepted believes that media flow again, and has to be told otherwise.
        silent(REPAUSING)
                .on(OFFER_ACCEPTED, PAUSING, OFFER_SILENCE, AWAIT_REPLY)
                .on(OFFER_REFUSED, PAUSED, STOP_WAITING, LOG_REFUSAL)
                .on(OFFER_CROSSED, PAUSED, STOP_WAITING)
                .on(RETRY_DUE, PAUSED)
                .on(RESUME_WANTED, RESUMING)
                .tellingLater()
                .movingOn(HUSH)
                .ignore(PAUSE_WANTED)
                .neverElse();

        session(RECONNECTING)
                .on(CONNECTED, ACTIVE, TELL_RESUMED)
                .on(RELAY_FAILED, PAUSED, LOG_REFUSAL, REFUSE_RESUME)
                .on(PAUSE_WANTED, RECONNECTING, POSTPONE)
                .refusingOffersForNow()
                .tellingLater()
                .movingOn()
                .ignore(RESUME_WANTED, SRS_ANSWER)
                .neverElse();

        // What the relay had been asked before comes before LEFT. Whatever the server still says is no event any more,
        // and the next one is told everything.
        row(LEAVING)
                .on(LEFT, INVITING, INVITE_OTHER, AWAIT_ANSWER)
                .on(PAUSE_WANTED, LEAVING, HUSH)
                .on(RESUME_WANTED, LEAVING, UNHUSH)
                .on(CALL_CHANGED, LEAVING, NOTE_CHANGE)
                .on(END_WANTED, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(SHUTDOWN, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .on(FAULT, ENDED, NOTE_REASON, UNSUBSCRIBE, TELL_ENDED)
                .ignore(CONNECTED, SILENCED, RELAY_FAILED, COPY_CHANGED, RETRY_DUE, SNAPSHOT_WANTED)
                .neverElse();

        // A BYE of the server that crosses ours changes nothing: ours is answered too.
        row(CLOSING)
                .on(BYE_DONE, ENDED, STOP_WAITING, TELL_ENDED)
                .on(CLOSE_TIMEOUT, ENDED, LET_GO, TELL_ENDED)
                .on(SHUTDOWN, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .on(FAULT, ENDED, STOP_WAITING, LET_GO, TELL_ENDED)
                .refusingOffersForNow()
                .ignore(CONNECTED, SILENCED, RELAY_FAILED, ACCEPTED, ANSWER_UNUSABLE, NO_ANSWER_NEXT, NO_ANSWER_LAST)
                .ignore(END_WANTED, PAUSE_WANTED, RESUME_WANTED, SRS_HUNG_UP, SRS_LOST, SRS_ANSWER)
                .ignore(
                        OFFER_ACCEPTED,
                        OFFER_REFUSED,
                        OFFER_CROSSED,
                        RETRY_DUE,
                        CALL_CHANGED,
                        COPY_CHANGED,
                        SNAPSHOT_WANTED)
                .neverElse();

        row(ENDED).ignore(RecordingEventKind.values());
    }

    private RecordingTable() {}

    /** The cell of a phase and an event. */
    static Cell cell(RecordingPhase phase, RecordingEventKind event) {
        return Objects.requireNonNull(CELLS.get(phase).get(event), () -> "nothing said for " + phase + ", " + event);
    }

    private static RecordingRow row(RecordingPhase phase) {
        RecordingRow row = RecordingRow.of(phase);
        CELLS.put(phase, row.cells());
        return row;
    }

    private static RecordingRow session(RecordingPhase phase) {
        return row(phase).inSession();
    }

    private static RecordingRow silent(RecordingPhase phase) {
        return row(phase).silentInSession();
    }
}
