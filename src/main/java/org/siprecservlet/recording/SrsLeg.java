package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;

/**
 * The SIP side of one recording: the attempt that counts. What comes from an attempt that no longer counts is dealt with
 * here; everything else becomes an event of the recording. Confined to the recording's mailbox.
 */
final class SrsLeg {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int NO_SUCH_DIALOG = 481;

    private final SrsDialogs dialogs;
    private final CallId call;
    private final SessionDetails details;
    private final SrsSession session;
    private final Clock clock;
    private final Executor mailbox;
    private final Consumer<RecordingEvent> recording;
    private Attempt current;
    private Instant heardAt;

    private static final class Attempt {
        private final ServerHunt hunt;
        private SrsDialog dialog;

        private Attempt(ServerHunt hunt) {
            this.hunt = hunt;
        }
    }

    /** Signals are heard in the mailbox, and events told from within it. */
    SrsLeg(
            SrsDialogs dialogs,
            CallId call,
            SessionDetails details,
            SrsSession session,
            Clock clock,
            Executor mailbox,
            Consumer<RecordingEvent> recording) {
        this.dialogs = dialogs;
        this.call = call;
        this.details = details;
        this.session = session;
        this.clock = clock;
        this.mailbox = mailbox;
        this.recording = recording;
    }

    /** Invites the hunt's target; from now on this attempt counts, and no other. Returns the dialog's Call-ID. */
    String invite(ServerHunt hunt, Body body) {
        current = null;
        Attempt attempt = new Attempt(hunt);
        heardAt = clock.instant();
        attempt.dialog = dialogs.invite(
                call, hunt.target(), details, body, signal -> mailbox.execute(() -> hear(attempt, signal)));
        current = attempt;
        return attempt.dialog.callId();
    }

    /** How long the server may take to answer. */
    Duration answerTimeout() {
        return current.hunt.answerTimeout();
    }

    /** Whether it was the server that opened the dialog. */
    boolean isBegunByServer() {
        return current.dialog.isBegunByServer();
    }

    /** How often the server is asked whether it is still there; zero: never. */
    Duration keepalive() {
        return current.hunt.keepalive();
    }

    /** The server has answered the question whether it is still there. */
    void noteAnswer() {
        current.hunt.noteAnswer();
    }

    /** Whether the server has ever answered it, in this session or another. */
    boolean isKnownToAnswer() {
        return current.hunt.isKnownToAnswer();
    }

    /** When the server last gave a sign of life. */
    Instant heardAt() {
        return heardAt;
    }

    /** What the server has to be told otherwise than most. */
    RecorderProfile profile() {
        return current.hunt.profile();
    }

    void ack() {
        current.dialog.ack();
    }

    /** Cancels the attempt; after a bug in {@link #invite} there may be none. */
    void cancel() {
        if (current != null) {
            current.dialog.cancel();
        }
    }

    void bye() {
        current.dialog.bye();
    }

    /** Offers the server other media; the one before has to have been answered. */
    void offer(Body description) {
        session.begin();
        current.dialog.reinvite(description);
    }

    /** What is to be done once the offer that is pending now has had its time. */
    Runnable offerTimeOut() {
        Attempt attempt = current;
        Object offer = session.pending();
        return () -> mailbox.execute(() -> {
            if (attempt == current && offer == session.pending()) {
                recording.accept(
                        lost(attempt, ServerRefusal.NO_ANSWER, "it gave no final answer to a re-INVITE in time"));
            }
        });
    }

    /** Sends a request within the session; a server that does not know it, or never answers, is lost. */
    void send(InDialogRequest request, CompletableFuture<ServerReply> reply) {
        Attempt attempt = current;
        attempt.dialog.send(
                request,
                answer -> mailbox.execute(() -> {
                    if (attempt == current) {
                        replied(request, answer);
                    }
                    reply.complete(answer);
                }));
    }

    private void replied(InDialogRequest request, ServerReply answer) {
        if (endsDialog(answer.status())) {
            String detail = "it answered " + answer.status() + " to " + request.method();
            recording.accept(lost(current, ServerRefusal.of(answer.status()), detail));
        } else if (answer.isFromServer()) {
            heardAt = clock.instant();
        }
    }

    /** The statuses after which there is no dialog any more (RFC 5057 section 5.1). */
    private static boolean endsDialog(int status) {
        return status == NO_SUCH_DIALOG || status == REQUEST_TIMEOUT;
    }

    /** Asks the server something within the session; what it answers says nothing of the session by itself. */
    void ask(InDialogRequest question, Consumer<ServerReply> answer) {
        Attempt attempt = current;
        attempt.dialog.send(
                question,
                reply -> mailbox.execute(() -> {
                    if (attempt == current) {
                        heardAt = reply.isFromServer() ? clock.instant() : heardAt;
                        answer.accept(reply);
                    }
                }));
    }

    /** The server is no longer there, as it says itself or does not say. */
    void vanished(ServerRefusal how, String detail) {
        recording.accept(lost(current, how, detail));
    }

    private static RecordingEvent lost(Attempt attempt, ServerRefusal how, String detail) {
        String what = attempt.hunt.target() + " has vanished: " + detail;
        return attempt.hunt
                .afterLoss(how)
                .<RecordingEvent>map(next -> new RecordingEvent.SrsLost(Ending.of(EndReason.SRS_LOST, what), next))
                .orElseGet(() -> RecordingEvent.End.lost(what));
    }

    /** From now on no attempt counts. */
    void letGo() {
        current = null;
    }

    /** What is to be done once the attempt that counts now has had its time. */
    Runnable timeOut() {
        Attempt attempt = current;
        return () -> mailbox.execute(() -> timeOut(attempt));
    }

    private void timeOut(Attempt attempt) {
        if (attempt == current && attempt != null) {
            Ending ending = Ending.of(EndReason.SRS_NO_ANSWER, attempt.hunt.target() + " gave no final answer in time");
            recording.accept(new RecordingEvent.NoAnswer(
                    ending, attempt.hunt.afterRefusal(ServerRefusal.NO_ANSWER).orElse(null)));
        }
    }

    private void hear(Attempt attempt, SrsSignal signal) {
        if (attempt == current) {
            heardAt = signal.isSignOfLife() ? clock.instant() : heardAt;
            event(attempt, signal).ifPresent(recording);
        } else {
            discard(attempt.dialog, signal);
        }
    }

    /** The rule for attempts that no longer count: one that is accepted all the same has to be acknowledged and ended. */
    private static void discard(SrsDialog dialog, SrsSignal signal) {
        if (signal instanceof SrsSignal.Accepted) {
            dialog.ack();
            dialog.bye();
        } else if (signal instanceof SrsSignal.Offered offered) {
            offered.reply().refuse(NO_SUCH_DIALOG);
        } else if (signal instanceof SrsSignal.OfferWanted wanted) {
            wanted.reply().refuse(NO_SUCH_DIALOG);
        }
    }

    /** Empty when the signal changes nothing and has been dealt with. */
    private Optional<RecordingEvent> event(Attempt attempt, SrsSignal signal) {
        if (signal instanceof SrsSignal.OfferRefused refused && endsDialog(refused.status())) {
            String detail = "it answered a re-INVITE with " + refused.status() + " " + refused.reasonPhrase();
            return Optional.of(lost(attempt, ServerRefusal.of(refused.status()), detail.trim()));
        }
        if (signal instanceof SrsSignal.Lost lost) {
            return Optional.of(lost(attempt, ServerRefusal.NO_ANSWER, lost.detail()));
        }
        return signal instanceof SrsSignal.InSession negotiation
                ? session.event(negotiation, attempt.hunt.target())
                : Optional.of(lifeEvent(attempt.hunt, signal));
    }

    private RecordingEvent lifeEvent(ServerHunt hunt, SrsSignal signal) {
        if (signal instanceof SrsSignal.Accepted accepted) {
            return session.accepted(hunt.target(), accepted.body());
        }
        if (signal instanceof SrsSignal.Refused refused) {
            return refused(hunt, refused);
        }
        if (signal instanceof SrsSignal.Unreachable unreachable) {
            String detail = hunt.target() + " can not be reached: " + unreachable.detail();
            return new RecordingEvent.TryFailed(
                    Ending.of(EndReason.SRS_UNREACHABLE, detail),
                    hunt.afterUnreachable().orElse(null));
        }
        if (signal instanceof SrsSignal.Impossible impossible) {
            return new RecordingEvent.TryFailed(Ending.of(EndReason.BAD_PLAN, impossible.detail()), null);
        }
        if (signal instanceof SrsSignal.SnapshotWanted) {
            return new RecordingEvent.Plain(RecordingEventKind.SNAPSHOT_WANTED);
        }
        if (signal instanceof SrsSignal.HungUp) {
            Ending ending = Ending.of(EndReason.SRS_HUNG_UP, hunt.target() + " sent BYE");
            return new RecordingEvent.End(RecordingEventKind.SRS_HUNG_UP, ending);
        }
        return new RecordingEvent.Plain(
                signal instanceof SrsSignal.ByeDone ? RecordingEventKind.BYE_DONE : RecordingEventKind.RINGING);
    }

    private static RecordingEvent refused(ServerHunt hunt, SrsSignal.Refused refused) {
        int status = refused.refusal().status();
        String detail = hunt.target() + " answered " + status + " " + refused.reasonPhrase();
        return new RecordingEvent.TryFailed(
                new Ending(EndReason.SRS_REFUSED, status, detail.trim()),
                hunt.afterRefusal(refused.refusal()).orElse(null));
    }
}
