package org.siprecservlet.media.embedded;

import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What one side sends on one line, as the sides have agreed on it.
 *
 * @param index the place of the line in the call
 * @param source where it comes in
 * @param senders the line as the side itself described it
 * @param receivers the line as the other side described it
 */
record SentLine(
        int index, Side sender, Leg source, MediaDescription senders, MediaDescription receivers, Direction direction) {

    static SentLine of(RelayedCall call, int index, Side sender) {
        SessionDescription theirs = call.described(sender).orElseThrow();
        SessionDescription others = call.described(sender.other()).orElseThrow();
        Leg source = call.lines().get(index).leg(sender);
        return new SentLine(
                index,
                sender,
                source,
                theirs.media().get(index),
                others.media().get(index),
                direction(theirs, others, index));
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
