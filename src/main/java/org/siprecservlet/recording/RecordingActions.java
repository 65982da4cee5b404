package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.media.CopyForm;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;

/** Carries out the actions of one recording. Confined to the recording's mailbox; decides nothing. */
final class RecordingActions {

    /** How long the end of a recording session may take before it is let go of. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration BACK_OFF_UNIT = Duration.ofMillis(10);
    private static final long SHORTEST_BACK_OFF = 210;
    private static final long LONGEST_BACK_OFF = 400;
    private static final long MOST_SECONDS_BEHIND_ANOTHER = 10;

    private final Recording recording;
    private final RecordingPorts ports;
    private final Dossier dossier;
    private final Wishes wishes;
    private final RecordingLog log;
    private final RelayCopy copy;
    private final MediaFlow flow;
    private final Renegotiation renegotiation;
    private final CallFollower follower;
    private final SrsLeg leg;
    private final ServerInvitations invitations;
    private final Announcements announcements;
    private final Deadline deadline;
    private final SessionDetails details;
    private final Liveness liveness;
    private final CopyForm form;
    private final CopyCounts counts;
    private final SilenceWatch silence;
    private final NoticeToParties notice;

    /** Takes only note of the recording, which may still be under construction. */
    RecordingActions(
            Recording recording,
            RecordingPlan plan,
            RecordingPorts ports,
            Duration silenceAfter,
            Dossier dossier,
            Wishes wishes,
            RecordingLog log) {
        this.recording = recording;
        this.ports = ports;
        this.dossier = dossier;
        this.wishes = wishes;
        this.log = log;
        this.copy = new RelayCopy(ports.relay(), recording::post, log);
        this.flow = new MediaFlow(copy);
        OwnDescription own = new OwnDescription();
        ToldMetadata metadata = new ToldMetadata();
        this.renegotiation = new Renegotiation(own, metadata, flow, dossier, ports.ids(), log);
        this.follower = new CallFollower(copy, renegotiation, recording::inMailbox, recording::handle);
        SrsSession session = new SrsSession(own, metadata);
        this.details = plan.details();
        this.form = new CopyForm(plan.search().codecs(), plan.search().protection());
        this.leg = new SrsLeg(
                ports.dialogs(),
                dossier.callId(),
                details,
                session,
                ports.clock(),
                recording::inMailbox,
                recording::handle);
        this.liveness = new Liveness(leg, ports.timers(), recording::inMailbox);
        this.announcements = new Announcements(recording::publish, dossier, ports, log);
        this.invitations = new ServerInvitations(plan.search(), ports, dossier, renegotiation, leg, announcements, log);
        this.deadline = new Deadline(ports.timers());
        this.counts = new CopyCounts(copy, dossier, recording::inMailbox);
        this.silence = new SilenceWatch(
                silenceAfter,
                ports,
                counts,
                recording::inMailbox,
                () -> recording.view().state() == RecordingState.ACTIVE && dossier.anybodySends(),
                announcements);
        this.notice = new NoticeToParties(
                plan.notice(), dossier.id().value(), ports.relay(), recording::inMailbox, announcements);
    }

    /** Gives one thing that was noted for later, once. */
    Optional<RecordingEvent> takeNoted() {
        return follower.takeNoted();
    }

    /** Whether nothing will be sent once the recording is active. */
    boolean isHushed() {
        return flow.isHushed();
    }

    /** Carries out one action. The table gives an action only to events that have the data for it. */
    void carryOut(RecordingAction action, RecordingEvent event) {
        switch (action) {
            case SUBSCRIBE -> subscribe(((RecordingEvent.Begun) event).call());
            case CONNECT -> renegotiation.connect(((RecordingEvent.Answer) event).answer());
            case HUSH -> flow.hush(true);
            case UNHUSH -> flow.hush(false);
            case SILENCE -> flow.silence();
            case UNSUBSCRIBE -> copy.unsubscribe();
            case INVITE_FIRST -> invitations.first(((RecordingEvent.Subscribed) event).offer());
            case INVITE_NEXT -> invitations.next(event);
            case NOTE_LOSS -> invitations.noteLoss((RecordingEvent.SrsLost) event, leg.heardAt());
            case LEAVE -> flow.leave();
            case INVITE_OTHER -> invitations.other((RecordingEvent.Left) event);
            case ACK -> leg.ack();
            case CANCEL -> leg.cancel();
            case LET_GO -> leg.letGo();
            case BYE -> leg.bye();
            case RECONNECT -> renegotiation.reconnect(event);
            case ANSWER_OFFER -> answerOffer();
            case REFUSE_OFFER -> renegotiation.refuse(event);
            case ANSWER_SILENTLY -> renegotiation.answerSilently((RecordingEvent.Offered) event);
            case SEND_OFFER -> renegotiation.sendOffer((RecordingEvent.OfferWanted) event);
            case SEND_SILENT_OFFER -> renegotiation.sendSilentOffer((RecordingEvent.OfferWanted) event);
            case KEEP_ANSWER -> renegotiation.keep(((RecordingEvent.Answer) event).answer());
            case REFUSE_FOR_NOW -> renegotiation.refuseForNow((RecordingEvent.Request) event, retryAfter());
            case OFFER_SILENCE -> leg.offer(renegotiation.silence(leg.profile()));
            case OFFER_FLOW -> leg.offer(renegotiation.news(leg.profile()));
            case OFFER_SNAPSHOT -> leg.offer(renegotiation.snapshot(leg.profile()));
            case OFFER_SILENT_SNAPSHOT -> leg.offer(renegotiation.silentSnapshot(leg.profile()));
            case ASK_RELAY -> askRelay();
            case RENEW -> renegotiation.renew(((RecordingEvent.CopyChanged) event).offer());
            case NOTE_CHANGE -> follower.noteChange();
            case NOTE_SNAPSHOT -> follower.noteSnapshot();
            case AWAIT_REPLY -> deadline.set(leg.answerTimeout(), leg.offerTimeOut());
            case AWAIT_RETRY -> deadline.set(backOff(), () -> post(RecordingEventKind.RETRY_DUE));
            case POSTPONE -> wishes.postpone(event);
            case LOG_REFUSAL -> log.notDone(RecordingRefused.because(event).getMessage());
            case REFUSE_PAUSE -> wishes.refuse(RecordingEventKind.PAUSE_WANTED, RecordingRefused.because(event));
            case REFUSE_RESUME -> wishes.refuse(RecordingEventKind.RESUME_WANTED, RecordingRefused.because(event));
            case AWAIT_ANSWER -> deadline.set(leg.answerTimeout(), leg.timeOut());
            case AWAIT_CLOSE -> deadline.set(CLOSE_TIMEOUT, () -> post(RecordingEventKind.CLOSE_TIMEOUT));
            case STOP_WAITING -> deadline.clear();
            case NOTE_REASON -> noteReason((RecordingEvent.Fatal) event);
            case TELL_STARTED -> started();
            case TELL_PAUSED -> paused();
            case TELL_RESUMED -> resumed();
            case TELL_ENDED -> ended();
        }
    }

    /** Sends a request within the session, which there has to be. */
    void send(InDialogRequest request, CompletableFuture<ServerReply> reply) {
        Timers.Cancellable late =
                ports.timers().after(leg.answerTimeout(), () -> reply.complete(ServerReply.NONE_IN_TIME));
        reply.whenComplete((done, failure) -> late.cancel());
        leg.send(request, reply);
    }

    /** Asks the server from time to time whether it is still there, for as long as there is a session with one. */
    void watch(boolean session) {
        liveness.watch(session);
    }

    /** Asks the relay what it has copied; told in the mailbox once the dossier knows, or the relay does not tell. */
    void count(Runnable told) {
        counts.ask(outcome -> told.run());
    }

    private void started() {
        boolean first = !dossier.wasActive();
        announcements.started();
        if (first) {
            silence.begin();
            notice.started();
        }
    }

    private void paused() {
        notice.paused();
        announcements.paused();
    }

    private void resumed() {
        notice.resumed();
        announcements.resumed();
    }

    private void askRelay() {
        follower.ask();
        notice.callChanged();
    }

    private void noteReason(RecordingEvent.Fatal event) {
        dossier.endsBecause(event.ending());
        notice.ended();
    }

    private void ended() {
        silence.end();
        notice.ended();
        announcements.ended();
    }

    private void subscribe(AnsweredCall call) {
        dossier.answered(call);
        RelayCall relayed = new RelayCall(call.mediaId());
        notice.answered(relayed);
        copy.subscribe(new Subscription(relayed, dossier.id().value(), details.media(), form));
    }

    /** The server has to hear of streams that it took out itself, too (RFC 7866 section 7.2). */
    private void answerOffer() {
        if (renegotiation.answer()) {
            follower.noteSnapshot();
        }
    }

    private Duration retryAfter() {
        return Duration.ofSeconds(ports.random().nextLong(MOST_SECONDS_BEHIND_ANOTHER + 1));
    }

    /** The one whose Call-ID the session has waits for longer than the other (RFC 3261 section 14.1). */
    private Duration backOff() {
        return BACK_OFF_UNIT.multipliedBy(
                leg.isBegunByServer()
                        ? ports.random().nextLong(SHORTEST_BACK_OFF)
                        : ports.random().nextLong(SHORTEST_BACK_OFF, LONGEST_BACK_OFF + 1));
    }

    private void post(RecordingEventKind kind) {
        recording.post(new RecordingEvent.Plain(kind));
    }
}
