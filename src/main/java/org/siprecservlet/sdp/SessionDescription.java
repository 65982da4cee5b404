package org.siprecservlet.sdp;

import java.util.List;

/** An SDP session description (RFC 8866) as a value: what the relay and the recording change is typed, the rest kept. */
public record SessionDescription(List<String> sessionLines, List<MediaDescription> media) {

    public SessionDescription {
        sessionLines = List.copyOf(sessionLines);
        media = List.copyOf(media);
    }
}
