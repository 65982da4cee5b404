package org.siprecservlet.recording;

import java.util.Optional;
import org.siprecservlet.body.Body;
import org.siprecservlet.body.MalformedBodyException;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.body.Part;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Judges descriptions of a server: SDP, alone or as a part of a multipart, with a line for each line of ours (RFC 3264
 * sections 6 and 8). Confined to the recording's mailbox.
 */
final class AnswerReader {

    private static final int NOT_ACCEPTABLE = 488;

    private final OwnDescription own;

    AnswerReader(OwnDescription own) {
        this.own = own;
    }

    /** The event that a 2xx with this body is. */
    RecordingEvent accepted(SrsUri server, Body body) {
        try {
            return new RecordingEvent.Accepted(answer(body));
        } catch (MalformedBodyException | MalformedSdpException e) {
            Ending ending = Ending.of(
                    EndReason.SRS_ANSWER_UNUSABLE, "the answer of " + server + " can not be used: " + e.getMessage());
            return new RecordingEvent.End(RecordingEventKind.ANSWER_UNUSABLE, ending);
        }
    }

    /** The answer in a later message of the server; empty when it can not be used, and the media stay as they are. */
    Optional<SessionDescription> later(Body body) {
        try {
            return Optional.of(answer(body));
        } catch (MalformedBodyException | MalformedSdpException e) {
            return Optional.empty();
        }
    }

    /** The event that an offer within the dialog is; empty when it can not be met, and has been refused. */
    Optional<RecordingEvent> offered(SrsSignal.Offered offered) {
        try {
            SessionDescription offer =
                    SessionDescription.parse(sdp(offered.body()).bytes());
            Optional<RecordingEvent> event =
                    own.answerTo(offer).map(answer -> new RecordingEvent.Offered(offer, answer, offered.reply()));
            if (event.isPresent()) {
                return event;
            }
        } catch (MalformedBodyException | MalformedSdpException e) {
            // It is refused like any other that can not be met.
        }
        offered.reply().refuse(NOT_ACCEPTABLE);
        return Optional.empty();
    }

    private SessionDescription answer(Body body) throws MalformedBodyException, MalformedSdpException {
        SessionDescription answer = SessionDescription.parse(sdp(body).bytes());
        if (answer.media().size() != own.lines()) {
            throw new MalformedBodyException(
                    "it has " + answer.media().size() + " media lines, the offer has " + own.lines());
        }
        return answer;
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
}
