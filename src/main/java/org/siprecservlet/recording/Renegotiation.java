package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Changes of the media that the server wants within the session, one at a time. Confined to the recording's mailbox; decides
 * nothing.
 */
final class Renegotiation {

    private static final int NOT_ACCEPTABLE = 488;
    private static final int REQUEST_PENDING = 491;

    private final OwnDescription own;
    private final RelayCopy copy;
    private final Dossier dossier;
    private final RecordingLog log;
    private RecordingEvent pending;

    Renegotiation(OwnDescription own, RelayCopy copy, Dossier dossier, RecordingLog log) {
        this.own = own;
        this.copy = copy;
        this.dossier = dossier;
        this.log = log;
    }

    /** Has the relay do what the server offers or answers; it is answered once that is done. */
    void reconnect(RecordingEvent event) {
        pending = event;
        copy.connect(theirs(event));
    }

    private static SessionDescription theirs(RecordingEvent event) {
        return event instanceof RecordingEvent.Offered offered
                ? offered.offer()
                : ((RecordingEvent.Answered) event).answer();
    }

    /** The relay has done it. */
    void answer() {
        dossier.answered(theirs(pending));
        if (pending instanceof RecordingEvent.Offered offered) {
            own.says(offered.answer());
            offered.reply().accept(body(offered.answer()));
        }
        pending = null;
    }

    /** The relay could not do it, or will not. */
    void refuse(RecordingEvent why) {
        if (why.kind() == RecordingEventKind.RELAY_FAILED) {
            log.staysAsItWas(((RecordingEvent.Fatal) why).ending().detail());
        }
        if (pending instanceof RecordingEvent.Offered offered) {
            offered.reply().refuse(NOT_ACCEPTABLE);
        }
        pending = null;
    }

    /** Sends the server the offer that it asks for; its answer is an event of its own. */
    void offer(RecordingEvent.OfferWanted wanted) {
        SessionDescription offer = own.offer();
        own.says(offer);
        wanted.reply().accept(body(offer));
    }

    /** Has the server ask again a little later. */
    static void refuseForNow(RecordingEvent.Request request) {
        request.reply().refuse(REQUEST_PENDING);
    }

    private static Body body(SessionDescription description) {
        return new Body(SessionDescription.MEDIA_TYPE, description.toBytes());
    }
}
