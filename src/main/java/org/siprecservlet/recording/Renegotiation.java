package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Set;
import org.siprecservlet.body.Body;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.metadata.IdSource;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Changes of the media within the session, one at a time, whether the server wants them or the call. Confined to the recording's mailbox; decides
 * nothing.
 */
final class Renegotiation {

    private static final int NOT_ACCEPTABLE = 488;
    private static final int REQUEST_PENDING = 491;

    private final OwnDescription own;
    private final ToldMetadata metadata;
    private final MediaFlow flow;
    private final Dossier dossier;
    private final IdSource ids;
    private final RecordingLog log;
    private RecordingEvent pending;

    Renegotiation(
            OwnDescription own,
            ToldMetadata metadata,
            MediaFlow flow,
            Dossier dossier,
            IdSource ids,
            RecordingLog log) {
        this.own = own;
        this.metadata = metadata;
        this.flow = flow;
        this.dossier = dossier;
        this.ids = ids;
        this.log = log;
    }

    /** From now on this is what this side says, to a server that knows nothing yet. */
    void begin(SessionDescription offer, RecordingMetadata everything) {
        own.begin(offer);
        metadata.everything(everything);
    }

    /** What there is to offer, as far as the relay has said. */
    SessionDescription lastOffer() {
        return own.fresh();
    }

    /** Whether the server knows it otherwise. */
    boolean isNews(CopyOffer offer) {
        return own.differsFrom(offer.sdp());
    }

    /** From now on this is what there is to offer. */
    void renew(CopyOffer offer) {
        own.renew(offer.sdp());
        dossier.copies(offer);
    }

    /** Has the relay do what the server answers. */
    void connect(SessionDescription answer) {
        dossier.answered(answer, own.agreedLines());
        flow.connect(answer);
    }

    /** Takes note of what the server answers, for when media flow again. */
    void keep(SessionDescription answer) {
        dossier.answered(answer, own.agreedLines());
        flow.keep(answer);
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

    /** The relay has done it. Returns whether the server took streams out of the session by that, or put them back. */
    boolean answer() {
        Set<String> before = own.labelsTakenOut();
        dossier.answered(theirs(pending), own.agreedLines());
        if (pending instanceof RecordingEvent.Offered offered) {
            offered.reply().accept(said(offered.answer()));
        }
        pending = null;
        return !own.labelsTakenOut().equals(before);
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
        keep(offered.offer());
        offered.reply().accept(said(own.silent(offered.answer())));
    }

    /** Sends the server the offer that it asks for; its answer is an event of its own. */
    void sendOffer(RecordingEvent.OfferWanted wanted) {
        wanted.reply().accept(body(own.offerAgain()));
    }

    /** The same, with nothing being sent. */
    void sendSilentOffer(RecordingEvent.OfferWanted wanted) {
        wanted.reply().accept(body(own.offerSilence()));
    }

    /** An offer to send nothing, which is about to be sent. */
    Body silence(RecorderProfile profile) {
        return profile.wantsMetadataInEveryOffer() ? silentSnapshot(profile) : body(own.offerSilence());
    }

    /** An offer of all there is, with what is new in the metadata, which is about to be sent. */
    Body news(RecorderProfile profile) {
        if (!profile.mergesMetadata()) {
            return snapshot(profile);
        }
        RecordingMetadata now =
                dossier.metadata(own.freshLines(), own.labelsTakenOut()).complete();
        return told(own.offer(), metadata.changes(now), profile);
    }

    /** An offer of all there is, with the whole metadata, which is about to be sent. */
    Body snapshot(RecorderProfile profile) {
        RecordingMetadata now =
                dossier.metadata(own.freshLines(), own.labelsTakenOut()).complete();
        return told(own.offer(), metadata.everything(now), profile);
    }

    /** An offer to send nothing, with the whole metadata, which is about to be sent. */
    Body silentSnapshot(RecorderProfile profile) {
        RecordingMetadata now =
                dossier.metadata(own.agreedLines(), own.labelsTakenOut()).complete();
        return told(own.offerSilence(), metadata.everything(now), profile);
    }

    private Body told(SessionDescription offer, RecordingMetadata document, RecorderProfile profile) {
        Invitation told = Invitation.of(offer, document, profile, ids);
        dossier.sent(told.document());
        return told.body();
    }

    /**
     * Has the server ask again a little later (RFC 3261 section 14.2; RFC 3311 section 5.2).
     *
     * @param retryAfter when to ask again while an earlier offer of the server is being answered
     */
    void refuseForNow(RecordingEvent.Request request, Duration retryAfter) {
        if (pending instanceof RecordingEvent.Offered) {
            request.reply().refuseBehindAnother(retryAfter);
        } else {
            request.reply().refuse(REQUEST_PENDING);
        }
    }

    private Body said(SessionDescription answer) {
        own.says(answer);
        return body(answer);
    }

    private static Body body(SessionDescription description) {
        return new Body(SessionDescription.MEDIA_TYPE, description.toBytes());
    }
}
