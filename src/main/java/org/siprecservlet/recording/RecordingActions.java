package org.siprecservlet.recording;

import java.time.Duration;
import java.time.Instant;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/** Carries out the actions of one recording. Confined to the recording's mailbox; decides nothing. */
final class RecordingActions {

    /** How long the end of a recording session may take before it is let go of. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Recording recording;
    private final RecordingPlan plan;
    private final RecordingPorts ports;
    private final Dossier dossier;
    private final RecordingLog log;
    private final RelayCopy copy;
    private final OwnDescription own = new OwnDescription();
    private final Renegotiation renegotiation;
    private final SrsLeg leg;
    private final Deadline deadline;
    private SessionDescription offer;
    private ServerHunt hunt;
    private Invitation invitation;

    /** Takes only note of the recording, which may still be under construction. */
    RecordingActions(Recording recording, RecordingPlan plan, RecordingPorts ports, Dossier dossier, RecordingLog log) {
        this.recording = recording;
        this.plan = plan;
        this.ports = ports;
        this.dossier = dossier;
        this.log = log;
        this.copy = new RelayCopy(ports.relay(), recording::post, log);
        this.renegotiation = new Renegotiation(own, copy, dossier, log);
        AnswerReader answers = new AnswerReader(own);
        this.leg = new SrsLeg(
                ports.dialogs(), dossier.callId(), plan.details(), answers, recording::inMailbox, recording::handle);
        this.deadline = new Deadline(ports.timers());
    }

    /** The metadata document last sent; null when none was. */
    byte[] document() {
        return invitation == null ? null : invitation.document();
    }

    /** Carries out one action. The table gives an action only to events that have the data for it. */
    void carryOut(RecordingAction action, RecordingEvent event) {
        switch (action) {
            case SUBSCRIBE -> subscribe(((RecordingEvent.Begun) event).call());
            case CONNECT -> connect((RecordingEvent.Accepted) event);
            case UNSUBSCRIBE -> copy.unsubscribe();
            case INVITE_FIRST -> inviteFirst(((RecordingEvent.Subscribed) event).offer());
            case INVITE_NEXT -> inviteNext(event);
            case ACK -> leg.ack();
            case CANCEL -> leg.cancel();
            case LET_GO -> leg.letGo();
            case BYE -> leg.bye();
            case RECONNECT -> renegotiation.reconnect(event);
            case ANSWER_OFFER -> renegotiation.answer();
            case REFUSE_OFFER -> renegotiation.refuse(event);
            case SEND_OFFER -> renegotiation.offer((RecordingEvent.OfferWanted) event);
            case REFUSE_FOR_NOW -> Renegotiation.refuseForNow((RecordingEvent.Request) event);
            case AWAIT_ANSWER -> deadline.set(hunt.answerTimeout(), leg.timeOut());
            case AWAIT_CLOSE -> deadline.set(CLOSE_TIMEOUT, this::closeTimeout);
            case STOP_WAITING -> deadline.clear();
            case NOTE_REASON -> dossier.endsBecause(((RecordingEvent.Fatal) event).ending());
            case TELL_STARTED -> tellStarted();
            case TELL_ENDED -> tellEnded();
        }
    }

    private void subscribe(AnsweredCall call) {
        dossier.answered(call);
        copy.subscribe(new Subscription(
                new RelayCall(call.mediaId()),
                dossier.id().value(),
                plan.details().media()));
    }

    private void inviteFirst(CopyOffer copied) {
        dossier.offered(copied);
        offer = copied.sdp();
        prepareInvitation();
        hunt = plan.search().begin(invitation.body().bytes().length);
        log.invites(hunt.target());
        invite();
    }

    private void inviteNext(RecordingEvent event) {
        hunt = event instanceof RecordingEvent.NoAnswer late ? late.next() : ((RecordingEvent.TryFailed) event).next();
        log.triesNext(((RecordingEvent.Fatal) event).ending(), hunt.target());
        long session = ports.ids().next().getLeastSignificantBits() & Long.MAX_VALUE;
        offer = offer.asNewSession(Long.toString(session));
        prepareInvitation();
        invite();
    }

    /** Each server gets a description of its own and the whole metadata: it knows nothing of what others were told. */
    private void prepareInvitation() {
        RecordingMetadata metadata = dossier.metadata(ports.clock().instant()).complete();
        invitation = Invitation.of(offer, metadata, ports.ids());
        own.begin(offer);
    }

    private void invite() {
        dossier.tried(hunt.target(), leg.invite(hunt, invitation.body()));
    }

    private void connect(RecordingEvent.Accepted accepted) {
        dossier.answered(accepted.answer());
        copy.connect(accepted.answer());
    }

    private void closeTimeout() {
        recording.post(new RecordingEvent.Plain(RecordingEventKind.CLOSE_TIMEOUT));
    }

    private void tellStarted() {
        Instant now = ports.clock().instant();
        dossier.started(now);
        RecordingView started = recording.publish();
        log.active(started.server().orElseThrow(), started.srsCallId().orElse(""));
        ports.events().tell(new RecordingStarted(started, now));
    }

    private void tellEnded() {
        Instant now = ports.clock().instant();
        dossier.ended(now);
        RecordingView ended = recording.publish();
        EndReason reason = dossier.ending().reason();
        log.over(
                dossier.ending(),
                ended.startedAt().map(start -> Duration.between(start, now)).orElse(null));
        ports.events()
                .tell(
                        dossier.wasActive()
                                ? new RecordingStopped(ended, reason, now)
                                : new RecordingFailed(ended, reason, now));
    }
}
