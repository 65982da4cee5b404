package org.siprecservlet.media.embedded;

import java.net.InetSocketAddress;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.media.description.PayloadTypes;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What a recorder's answer says about one stream.
 *
 * @param rtp where RTP goes; null when nothing is to be sent
 * @param rtcp where RTCP goes; null when nothing is to be sent
 * @param sharesPort whether both share a port (RFC 5761), on the sending side too
 */
record RecorderTarget(InetSocketAddress rtp, InetSocketAddress rtcp, boolean sharesPort, PayloadTypes types) {

    /** Nothing is to be sent. */
    static final RecorderTarget NONE = new RecorderTarget(null, null, false, null);

    /** Reads the answer to an offered line; a line that the answer does not have is a rejected one. */
    static RecorderTarget of(MediaDescription offered, SessionDescription answer, int index, AddressFamily family)
            throws RelayException {
        if (index >= answer.media().size()) {
            return NONE;
        }
        MediaDescription line = answer.media().get(index);
        Endpoint endpoint = Endpoint.of(answer, line);
        if (line.isRejected() || endpoint.held() || !answer.directionOf(line).receives()) {
            return NONE;
        }
        requireReachable(endpoint.rtp(), family, index);
        PayloadTypes types = PayloadTypes.between(offered, line);
        return line.hasRtcpMux()
                ? new RecorderTarget(endpoint.rtp(), endpoint.rtp(), true, types)
                : new RecorderTarget(endpoint.rtp(), endpoint.rtcp(), false, types);
    }

    private static void requireReachable(InetSocketAddress address, AddressFamily family, int index)
            throws RelayException {
        if (address == null || RelayAddresses.familyOf(address.getAddress()) != family) {
            throw new RelayException(
                    RelayException.Kind.UNUSABLE_DESCRIPTION,
                    "Line " + (index + 1) + " of the recorder's answer has no numeric " + family
                            + " address, and the copy was offered from one.");
        }
    }
}
