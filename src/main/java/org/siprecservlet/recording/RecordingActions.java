package org.siprecservlet.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;

/** Carries out the actions of one recording. Confined to the recording's mailbox; decides nothing. */
final class RecordingActions {

    /** How long the end of a recording session may take before it is let go of. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final RecordingPlan plan;
    private final RecordingPorts ports;
    private final RecordingSettings settings;
    private final Dossier dossier;
    private final RecordingLog log;
    private final Supplier<RecordingView> view;
    private final Consumer<RecordingEvent> later;
    private final RelayCopy copy;
    private final AnswerReader answers;
    private final SrsLeg leg;
    private final Deadline deadline;
    private Invitation invitation;

    /**
     * @param view the recording as it is now, made visible to everybody
     * @param mailbox runs tasks of the recording
     * @param now handles an event at once, from within the mailbox
     * @param later has an event handled in the mailbox
     */
    RecordingActions(
            RecordingPlan plan,
            RecordingPorts ports,
            RecordingSettings settings,
            Dossier dossier,
            RecordingLog log,
            Supplier<RecordingView> view,
            Executor mailbox,
            Consumer<RecordingEvent> now,
            Consumer<RecordingEvent> later) {
        this.plan = plan;
        this.ports = ports;
        this.settings = settings;
        this.dossier = dossier;
        this.log = log;
        this.view = view;
        this.later = later;
        RelayCall relayCall = new RelayCall(dossier.call().mediaId());
        this.copy = new RelayCopy(
                ports.relay(), new Subscription(relayCall, dossier.id().value()), later, log);
        this.answers = new AnswerReader();
        this.leg = new SrsLeg(ports.dialogs(), dossier.call().id(), answers, mailbox, now);
        this.deadline = new Deadline(ports.timers());
    }

    /** The metadata document last sent; null when none was. */
    byte[] document() {
        return invitation == null ? null : invitation.document();
    }

    /** Carries out one action. The table gives an action only to events that have the data for it. */
    void carryOut(RecordingAction action, RecordingEvent event) {
        switch (action) {
            case SUBSCRIBE -> copy.subscribe();
            case CONNECT -> connect((RecordingEvent.Accepted) event);
            case UNSUBSCRIBE -> copy.unsubscribe();
            case INVITE_FIRST -> inviteFirst(((RecordingEvent.Subscribed) event).offer());
            case INVITE_NEXT -> inviteNext(event);
            case ACK -> leg.ack();
            case CANCEL -> leg.cancel();
            case ABANDON -> leg.abandon();
            case BYE -> leg.bye();
            case AWAIT_ANSWER -> deadline.set(settings.answerTimeout(), leg.timeOut());
            case AWAIT_CLOSE -> deadline.set(CLOSE_TIMEOUT, this::closeTimeout);
            case STOP_WAITING -> deadline.clear();
            case NOTE_REASON -> dossier.endsBecause(((RecordingEvent.Fatal) event).ending());
            case TELL_STARTED -> tellStarted();
            case TELL_ENDED -> tellEnded();
        }
    }

    private void inviteFirst(CopyOffer offer) {
        dossier.offered(offer);
        CallMetadata metadata = dossier.metadata(ports.clock().instant());
        invitation = Invitation.of(offer.sdp(), metadata.complete(), ports.ids());
        answers.expectAnswerTo(offer.sdp());
        ServerHunt hunt = plan.search().begin(invitation.body().bytes().length);
        log.invites(hunt.target());
        invite(hunt);
    }

    private void inviteNext(RecordingEvent event) {
        ServerHunt next =
                event instanceof RecordingEvent.NoAnswer late ? late.next() : ((RecordingEvent.TryFailed) event).next();
        log.triesNext(((RecordingEvent.Fatal) event).ending(), next.target());
        invite(next);
    }

    private void invite(ServerHunt hunt) {
        dossier.tried(hunt.target(), leg.invite(hunt, invitation.body()));
    }

    private void connect(RecordingEvent.Accepted accepted) {
        dossier.answered(accepted.answer());
        copy.connect(accepted.answer());
    }

    private void closeTimeout() {
        later.accept(new RecordingEvent.Plain(RecordingEventKind.CLOSE_TIMEOUT));
    }

    private void tellStarted() {
        Instant now = ports.clock().instant();
        dossier.started(now);
        RecordingView started = view.get();
        log.active(started.server().orElseThrow(), started.srsCallId().orElseThrow());
        ports.events().tell(new RecordingStarted(started, now));
    }

    private void tellEnded() {
        Instant now = ports.clock().instant();
        dossier.ended(now);
        RecordingView ended = view.get();
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
