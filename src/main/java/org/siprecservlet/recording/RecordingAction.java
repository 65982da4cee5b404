package org.siprecservlet.recording;

/** What a recording does on a transition. Data only; {@link RecordingActions} carries it out. */
enum RecordingAction {
    /** Asks the relay for a copy of the call's media. */
    SUBSCRIBE,
    /** Has the relay send as the server's answer says. */
    CONNECT,
    /** Ends the copy at the relay. */
    UNSUBSCRIBE,
    /** Writes the metadata and invites the first server. */
    INVITE_FIRST,
    /** Invites the next server. */
    INVITE_NEXT,
    /** Acknowledges the server's 2xx. */
    ACK,
    /** Cancels the INVITE. */
    CANCEL,
    /** Listens to the attempt no longer: should it be accepted all the same, its dialog is ended at once. */
    LET_GO,
    /** Ends the dialog. */
    BYE,
    /** Has the relay send as the server wants it from now on. */
    RECONNECT,
    /** Answers the server's offer, now that the relay does what it says. */
    ANSWER_OFFER,
    /** Refuses the server's offer that was being carried out. */
    REFUSE_OFFER,
    /** Sends the server the offer that it asks for. */
    SEND_OFFER,
    /** Has the server ask again a little later. */
    REFUSE_FOR_NOW,
    /** Starts to wait for the final answer, for as long as one server may take. */
    AWAIT_ANSWER,
    /** Starts to wait for the end of the dialog. */
    AWAIT_CLOSE,
    /** Waits no longer. */
    STOP_WAITING,
    /** Remembers why the recording ends. */
    NOTE_REASON,
    /** Tells that the recording is active. */
    TELL_STARTED,
    /** Moves the recording into the history and tells that it is over. */
    TELL_ENDED
}
