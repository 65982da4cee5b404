package org.siprecservlet.recording;

/** One dialog, or attempt at one, with a recording server. See {@link SrsDialogs} for threading and errors. */
public interface SrsDialog {

    /** The Call-ID of the recording session. */
    String callId();

    /** Acknowledges the accepted INVITE. */
    void ack();

    /**
     * Gives the attempt up: CANCEL once a provisional answer is there (RFC 3261 section 9.1), nothing before. A 2xx that
     * comes all the same is told as any other and has to be acknowledged and ended by the caller.
     */
    void cancel();

    /** Ends the established dialog. The end of the transaction is told as {@link SrsSignal.ByeDone}. */
    void bye();
}
