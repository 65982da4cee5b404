package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.body.MalformedBodyException;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.body.Part;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Judges whether a server's answer fits the offer: SDP, alone or as a part of a multipart, with as many lines as the offer
 * has (RFC 3264 section 6). Confined to the recording's mailbox.
 */
final class AnswerReader {

    private int lines;

    /** From now on an answer has to have as many lines as this offer. */
    void expectAnswerTo(SessionDescription offer) {
        lines = offer.media().size();
    }

    /** The event that a 2xx with this body is. */
    RecordingEvent read(SrsUri server, Body body) {
        try {
            SessionDescription answer = SessionDescription.parse(sdp(body).bytes());
            int found = answer.media().size();
            return found == lines
                    ? new RecordingEvent.Accepted(answer)
                    : unusable(server, "it has " + found + " media lines, the offer has " + lines);
        } catch (MalformedBodyException | MalformedSdpException e) {
            return unusable(server, e.getMessage());
        }
    }

    private static Body sdp(Body body) throws MalformedBodyException {
        if (Multipart.isMultipart(body)) {
            return Multipart.parse(body)
                    .part(SessionDescription.MEDIA_TYPE)
                    .map(Part::body)
                    .orElseThrow(() -> new MalformedBodyException("no part of it is SDP"));
        }
        if (!body.is(SessionDescription.MEDIA_TYPE)) {
            throw new MalformedBodyException(body.isEmpty() ? "it has no body" : "its body is not SDP");
        }
        return body;
    }

    private static RecordingEvent unusable(SrsUri server, String why) {
        Ending ending =
                Ending.of(EndReason.SRS_ANSWER_UNUSABLE, "the answer of " + server + " can not be used: " + why);
        return new RecordingEvent.End(RecordingEventKind.ANSWER_UNUSABLE, ending);
    }
}
