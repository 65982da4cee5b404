package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.SessionDescription;

/** Judges whether a server's answer fits the offer: as many lines as the offer has (RFC 3264 section 6). */
final class AnswerReader {

    private final SessionBodies bodies;
    private int lines;

    AnswerReader(SessionBodies bodies) {
        this.bodies = bodies;
    }

    /** From now on an answer has to have as many lines as this offer. */
    void expectAnswerTo(SessionDescription offer) {
        lines = offer.media().size();
    }

    /** The event that a 2xx with this body is. */
    RecordingEvent read(SrsUri server, Body body) {
        try {
            SessionDescription answer = bodies.answer(body);
            if (answer.media().size() != lines) {
                throw new UnusableAnswerException(
                        "it has " + answer.media().size() + " media lines, the offer has " + lines);
            }
            return new RecordingEvent.Accepted(answer);
        } catch (UnusableAnswerException e) {
            String detail = "the answer of " + server + " can not be used: " + e.getMessage();
            return new RecordingEvent.End(
                    RecordingEventKind.ANSWER_UNUSABLE, Ending.of(EndReason.SRS_ANSWER_UNUSABLE, detail));
        }
    }
}
