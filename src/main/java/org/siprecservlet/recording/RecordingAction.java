package org.siprecservlet.recording;

/** What a recording does on a transition. Data only; {@link RecordingActions} carries it out. */
enum RecordingAction {
    /** Asks the relay for a copy of the call's media. */
    SUBSCRIBE,
    /** Has the relay send as the server's answer says. */
    CONNECT,
    /** Has the relay send nothing when it is connected. */
    HUSH,
    /** Has the relay send when it is connected. */
    UNHUSH,
    /** Has the relay send nothing from now on. */
    SILENCE,
    /** Ends the copy at the relay. */
    UNSUBSCRIBE,
    /** Writes the metadata and invites the first server. */
    INVITE_FIRST,
    /** Invites the next server. */
    INVITE_NEXT,
    /** Takes note of the server that has vanished, and of who is next. */
    NOTE_LOSS,
    /** Has the relay send nothing to the server that has vanished, and asks what there is to offer now. */
    LEAVE,
    /** Invites the next server in place of the one that has vanished. */
    INVITE_OTHER,
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
    /** Answers the server's offer at once: nothing is sent, whatever it says. */
    ANSWER_SILENTLY,
    /** Sends the server the offer that it asks for. */
    SEND_OFFER,
    /** Sends the server the offer that it asks for: nothing is sent. */
    SEND_SILENT_OFFER,
    /** Keeps what the server answered until media flow again. */
    KEEP_ANSWER,
    /** Has the server ask again a little later. */
    REFUSE_FOR_NOW,
    /** Tells the server by re-INVITE that nothing is sent. */
    OFFER_SILENCE,
    /** Tells the server by re-INVITE, news of the metadata included, what flows in the call and would be sent. */
    OFFER_FLOW,
    /** Tells the server by re-INVITE what flows in the call, with the complete metadata. */
    OFFER_SNAPSHOT,
    /** Tells the server by re-INVITE that nothing is sent, with the complete metadata. */
    OFFER_SILENT_SNAPSHOT,
    /** Has the wish for a snapshot come again once the phase is another. */
    NOTE_SNAPSHOT,
    /** Asks the relay what it would offer now. */
    ASK_RELAY,
    /** Has the next offer be what the relay offers now. */
    RENEW,
    /** Has the change of the call come again once the phase is another. */
    NOTE_CHANGE,
    /** Starts to wait for the final answer to the re-INVITE. */
    AWAIT_REPLY,
    /** Starts to wait before the re-INVITE is sent again, for a random time (RFC 3261 section 14.1). */
    AWAIT_RETRY,
    /** Has the event come again once the phase is another. */
    POSTPONE,
    /** Logs that the server refused, or that the relay failed. */
    LOG_REFUSAL,
    /** Tells whoever wanted the pause that it can not be had. */
    REFUSE_PAUSE,
    /** Tells whoever wanted the resumption that it can not be had. */
    REFUSE_RESUME,
    /** Starts to wait for the final answer, for as long as one server may take. */
    AWAIT_ANSWER,
    /** Starts to wait for the end of the dialog. */
    AWAIT_CLOSE,
    /** Waits no longer. */
    STOP_WAITING,
    /** Remembers why the recording ends. */
    NOTE_REASON,
    /** Tells that the recording is active, or that it has moved to the next server. */
    TELL_STARTED,
    /** Tells that the recording is paused, unless that was told last. */
    TELL_PAUSED,
    /** Tells that media flow again, if a pause was told last. */
    TELL_RESUMED,
    /** Moves the recording into the history and tells that it is over. */
    TELL_ENDED
}
