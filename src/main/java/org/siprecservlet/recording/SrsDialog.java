package org.siprecservlet.recording;

import java.util.function.Consumer;
import org.siprecservlet.body.Body;

/** One dialog, or attempt at one, with a recording server. See {@link SrsDialogs} for threading and errors. */
public interface SrsDialog {

    /** The Call-ID of the recording session. */
    String callId();

    /** Whether the server sent the INVITE, so that the Call-ID is its own (RFC 7866 section 6.2). */
    default boolean isBegunByServer() {
        return false;
    }

    /** Acknowledges the accepted INVITE; nothing has to be done when the server sent it. */
    void ack();

    /**
     * Gives the attempt up: CANCEL once a provisional answer is there (RFC 3261 section 9.1), nothing before. A 2xx that
     * comes all the same is told as any other and has to be acknowledged and ended by the caller.
     */
    void cancel();

    /**
     * Offers other media by re-INVITE (RFC 3261 section 14.1), as soon as no INVITE of the server is under way. The outcome is
     * told as {@link SrsSignal.OfferAccepted} or {@link SrsSignal.OfferRefused}, and only after that the next may be made.
     */
    void reinvite(Body description);

    /** Sends a request within the established dialog. Its final answer is told to the consumer, on any thread. */
    void send(InDialogRequest request, Consumer<ServerReply> reply);

    /** Ends the established dialog. The end of the transaction is told as {@link SrsSignal.ByeDone}. */
    void bye();
}
