package org.siprecservlet.media;

import java.util.List;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What a relay offers a recorder.
 *
 * @param sdp one labelled media line per stream, ready to be sent (RFC 7866 section 7.1.1): {@code sendonly}, or
 *     {@code inactive} when the party does not send, since it or the other one holds the line
 * @param streams the streams in the order of the lines: for each media line of the call the caller's, then the callee's,
 *     as the lines came into the call
 */
public record CopyOffer(SessionDescription sdp, List<RecordedStream> streams) {

    public CopyOffer {
        streams = List.copyOf(streams);
    }
}
