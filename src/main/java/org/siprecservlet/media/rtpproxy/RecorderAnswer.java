package org.siprecservlet.media.rtpproxy;

import java.util.Optional;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.media.description.PayloadTypes;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** Reads a recorder's answer, and refuses what RTPProxy can not do: it copies packets as they are, to IPv4 addresses. */
final class RecorderAnswer {

    private final SessionDescription answer;

    RecorderAnswer(SessionDescription answer) {
        this.answer = answer;
    }

    /** Where a line goes that was offered like this; a line that the answer does not have is a rejected one. */
    Target target(MediaDescription offered, int index) throws RelayException {
        if (index >= answer.media().size()) {
            return Target.NONE;
        }
        MediaDescription line = answer.media().get(index);
        Endpoint endpoint = Endpoint.of(answer, line);
        if (line.isRejected() || endpoint.held() || !answer.directionOf(line).receives()) {
            return Target.NONE;
        }
        if (!Target.isReachable(endpoint.rtp())) {
            throw refusal(index, "has no numeric IPv4 address, and RTPProxy copies to no other");
        }
        requireSameTypes(offered, line, index);
        return Target.of(endpoint.rtp());
    }

    private static void requireSameTypes(MediaDescription offered, MediaDescription line, int index)
            throws RelayException {
        Optional<String> complaint = PayloadTypes.complaint(offered, line, "RTPProxy");
        if (complaint.isPresent()) {
            throw refusal(index, complaint.get());
        }
    }

    private static RelayException refusal(int index, String what) {
        return new RelayException(
                RelayException.Kind.UNUSABLE_DESCRIPTION,
                "Line " + (index + 1) + " of the recorder's answer " + what + ".");
    }
}
