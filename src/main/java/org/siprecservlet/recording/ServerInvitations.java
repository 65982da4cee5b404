package org.siprecservlet.recording;

import java.time.Instant;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/** Invites one server after another. Confined to the recording's mailbox; decides nothing. */
final class ServerInvitations {

    private final ServerSearch search;
    private final RecordingPorts ports;
    private final Dossier dossier;
    private final Renegotiation own;
    private final SrsLeg leg;
    private final Announcements announcements;
    private final RecordingLog log;
    private SessionDescription offer;
    private Invitation invitation;
    private SrsUri target;
    private RecordingEvent.SrsLost loss;

    ServerInvitations(
            ServerSearch search,
            RecordingPorts ports,
            Dossier dossier,
            Renegotiation own,
            SrsLeg leg,
            Announcements announcements,
            RecordingLog log) {
        this.search = search;
        this.ports = ports;
        this.dossier = dossier;
        this.own = own;
        this.leg = leg;
        this.announcements = announcements;
        this.log = log;
    }

    void first(CopyOffer copied) {
        dossier.offered(copied);
        offer = copied.sdp();
        prepare(search.profile());
        ServerHunt hunt = search.begin(invitation.body().bytes().length);
        log.invites(hunt.target());
        invite(hunt);
    }

    /** @param failure of the server before, with what is left of the search */
    void next(RecordingEvent failure) {
        ServerHunt next = failure instanceof RecordingEvent.NoAnswer late
                ? late.next()
                : ((RecordingEvent.TryFailed) failure).next();
        next(next, ((RecordingEvent.Fatal) failure).ending());
    }

    /** @param heardAt when the server that has vanished gave its last sign of life */
    void noteLoss(RecordingEvent.SrsLost lost, Instant heardAt) {
        loss = lost;
        dossier.left(heardAt, ports.clock().instant());
    }

    /** In place of the server that has vanished; what it did not agree to is offered to this one all the same. */
    void other(RecordingEvent.Left left) {
        if (left.offer() != null) {
            dossier.offered(left.offer());
            offer = left.offer().sdp();
        } else {
            offer = own.lastOffer();
            dossier.offeredAgain(offer.media().size());
        }
        next(loss.next(), loss.ending());
    }

    private void next(ServerHunt next, Ending why) {
        SrsUri before = target;
        log.triesNext(why, next.target());
        long session = ports.ids().next().getLeastSignificantBits() & Long.MAX_VALUE;
        offer = offer.asNewSession(Long.toString(session));
        prepare(next.profile());
        invite(next);
        announcements.failedOver(before, next.target(), why.reason());
    }

    /** Each server gets a description of its own and the whole metadata: it knows nothing of what others were told. */
    private void prepare(RecorderProfile profile) {
        RecordingMetadata metadata = dossier.metadata(ports.clock().instant()).complete();
        invitation = Invitation.of(offer, metadata, profile, ports.ids());
        dossier.sent(invitation.document());
        own.begin(offer, metadata);
    }

    private void invite(ServerHunt hunt) {
        target = hunt.target();
        dossier.tried(target, leg.invite(hunt, invitation.body()));
    }
}
