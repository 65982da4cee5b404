package org.siprecservlet.recording;

import java.util.Optional;
import org.siprecservlet.media.CopyOffer;

/** Invites one server after another. Confined to the recording's mailbox; decides nothing. */
final class ServerInvitations {

    private final ServerSearch search;
    private final RecordingPorts ports;
    private final Dossier dossier;
    private final SrsLeg leg;
    private final Announcements announcements;
    private final RecordingLog log;
    private Invitation invitation;
    private SrsUri target;

    ServerInvitations(
            ServerSearch search,
            RecordingPorts ports,
            Dossier dossier,
            SrsLeg leg,
            Announcements announcements,
            RecordingLog log) {
        this.search = search;
        this.ports = ports;
        this.dossier = dossier;
        this.leg = leg;
        this.announcements = announcements;
        this.log = log;
    }

    /** The metadata document last sent. */
    Optional<byte[]> document() {
        return Optional.ofNullable(invitation).map(Invitation::document);
    }

    void first(CopyOffer offer) {
        dossier.offered(offer);
        CallMetadata metadata = dossier.metadata(ports.clock().instant());
        invitation = Invitation.of(offer.sdp(), metadata.complete(), ports.ids());
        ServerHunt hunt = search.begin(invitation.body().bytes().length);
        log.invites(hunt.target());
        invite(hunt);
    }

    /** @param failure of the server before, with what is left of the search */
    void next(RecordingEvent failure) {
        ServerHunt next = failure instanceof RecordingEvent.NoAnswer late
                ? late.next()
                : ((RecordingEvent.TryFailed) failure).next();
        Ending why = ((RecordingEvent.Fatal) failure).ending();
        SrsUri before = target;
        log.triesNext(why, next.target());
        invite(next);
        announcements.failedOver(before, next.target(), why.reason());
    }

    private void invite(ServerHunt hunt) {
        target = hunt.target();
        dossier.tried(target, leg.invite(hunt, invitation.body()));
    }
}
