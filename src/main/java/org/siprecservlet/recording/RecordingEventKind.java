package org.siprecservlet.recording;

/**
 * The kinds of events of a recording: the columns of the {@link RecordingTable}. Whatever takes a decision (is the answer
 * usable, is another server left) has taken it before, so that the table needs no data.
 */
enum RecordingEventKind {
    /** The call is answered: the recording is to start. */
    BEGUN,
    /** The relay has prepared the copy. */
    SUBSCRIBED,
    /** The relay could not prepare or start the copy. */
    RELAY_FAILED,
    /** A provisional answer. */
    RINGING,
    /** A 2xx with an SDP answer that fits the offer. */
    ACCEPTED,
    /** A 2xx without SDP, or with one that does not fit the offer. */
    ANSWER_UNUSABLE,
    /** A server refused or could not be reached, and another is left to be tried. */
    TRY_FAILED_NEXT,
    /** The last server refused or could not be reached. */
    TRY_FAILED_LAST,
    /** A server gave no final answer in time, and another is left to be tried. */
    NO_ANSWER_NEXT,
    /** The last server gave no final answer in time. */
    NO_ANSWER_LAST,
    /** The relay has started the copy. */
    CONNECTED,
    /** The relay has stopped the flow of the copy. */
    SILENCED,
    /** Somebody wants no media to flow for now. */
    PAUSE_WANTED,
    /** Somebody wants media to flow again. */
    RESUME_WANTED,
    /** The sides of the call have agreed on its media anew. */
    CALL_CHANGED,
    /** The relay would now offer other media than the server knows of. */
    COPY_CHANGED,
    /** The server accepted our offer of other media. */
    OFFER_ACCEPTED,
    /** The server refused our offer of other media, or its answer can not be used. */
    OFFER_REFUSED,
    /** Our offer of other media crossed one of the server (491): it is to be made again a little later. */
    OFFER_CROSSED,
    /** It is time to make the offer again. */
    RETRY_DUE,
    /** The call is over, somebody wants the recording to end, or the last server has vanished. */
    END_WANTED,
    /** The application goes down: everything is ended, and no answer to that is waited for. */
    SHUTDOWN,
    /** The server sent BYE. */
    SRS_HUNG_UP,
    /** The server has vanished within the session, and another is left to be tried. */
    SRS_LOST,
    /** The relay sends nothing any more to the server that has vanished, as far as it can be told. */
    LEFT,
    /** The server offers other media, and the offer can be met. */
    SRS_OFFER,
    /** The server asks for our offer. */
    SRS_WANTS_OFFER,
    /** The server's answer to the offer that it had asked for. */
    SRS_ANSWER,
    /** The server wants a full snapshot of the metadata. */
    SNAPSHOT_WANTED,
    /** The transaction of our BYE is over. */
    BYE_DONE,
    /** Waiting for the end of the dialog has taken too long. */
    CLOSE_TIMEOUT,
    /** An action threw: a bug. */
    FAULT
}
