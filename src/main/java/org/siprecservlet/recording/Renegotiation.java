package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Changes of the media that the server wants within the session, one at a time. Confined to the recording's mailbox; decides
 * nothing.
 */
final class Renegotiation {

    private static final int NOT_ACCEPTABLE = 488;
    private static final int REQUEST_PENDING = 491;

    private final OwnDescription own;
    private final MediaFlow flow;
    private final Dossier dossier;
    private final RecordingLog log;
    private RecordingEvent pending;

    Renegotiation(OwnDescription own, MediaFlow flow, Dossier dossier, RecordingLog log) {
        this.own = own;
        this.flow = flow;
        this.dossier = dossier;
        this.log = log;
    }

    /** From now on this is what this side says. */
    void begin(SessionDescription offer) {
        own.begin(offer);
    }

    /** Has the relay do what the server offers or answers; it is answered once that is done. */
    void reconnect(RecordingEvent event) {
        pending = event;
        flow.connect(theirs(event));
    }

    private static SessionDescription theirs(RecordingEvent event) {
        return event instanceof RecordingEvent.Offered offered
                ? offered.offer()
                : ((RecordingEvent.Answer) event).answer();
    }

    /** The relay has done it. */
    void answer() {
        dossier.answered(theirs(pending));
        if (pending instanceof RecordingEvent.Offered offered) {
            offered.reply().accept(said(offered.answer()));
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

    /** Answers what the server offers at once, since nothing is sent whatever it says. */
    void answerSilently(RecordingEvent.Offered offered) {
        flow.keep(offered.offer());
        dossier.answered(offered.offer());
        offered.reply().accept(said(own.silent(offered.answer())));
    }

    /** Sends the server the offer that it asks for; its answer is an event of its own. */
    void offer(RecordingEvent.OfferWanted wanted, Direction direction) {
        wanted.reply().accept(offer(direction));
    }

    /** An offer of ours, which is about to be sent. */
    Body offer(Direction direction) {
        return said(own.offer(direction));
    }

    /** Has the server ask again a little later. */
    static void refuseForNow(RecordingEvent.Request request) {
        request.reply().refuse(REQUEST_PENDING);
    }

    private Body said(SessionDescription description) {
        own.says(description);
        return new Body(SessionDescription.MEDIA_TYPE, description.toBytes());
    }
}
