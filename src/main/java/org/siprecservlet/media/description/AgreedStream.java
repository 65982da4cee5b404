package org.siprecservlet.media.description;

import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What one side sends on one line, as the sides have agreed on it.
 *
 * @param index the place of the line in the call
 * @param senders the line as the side itself described it
 * @param receivers the line as the other side described it
 * @param direction {@code sendonly}, or {@code inactive} when either side holds the line
 */
public record AgreedStream(
        int index, Side sender, MediaDescription senders, MediaDescription receivers, Direction direction) {

    /**
     * Reads it from the descriptions of both sides.
     *
     * @param theirs what the sender described
     * @param others what the receiver described
     */
    public static AgreedStream of(int index, Side sender, SessionDescription theirs, SessionDescription others) {
        return new AgreedStream(
                index, sender, theirs.media().get(index), others.media().get(index), direction(theirs, others, index));
    }

    /** The same as the relay sends it on: with the formats of this line. */
    public AgreedStream inFormatsOf(MediaDescription line) {
        return new AgreedStream(index, sender, line, line, direction);
    }

    /** Either side can hold the line, by direction or, the receiver, by address (RFC 3264 section 8.4). */
    private static Direction direction(SessionDescription senders, SessionDescription receivers, int index) {
        MediaDescription receiving = receivers.media().get(index);
        boolean flows = senders.directionOf(senders.media().get(index)).sends()
                && receivers.directionOf(receiving).receives()
                && !Endpoint.of(receivers, receiving).held();
        return flows ? Direction.SENDONLY : Direction.INACTIVE;
    }
}
