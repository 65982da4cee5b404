package org.siprecservlet.recording;

import java.time.Duration;
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
    private final Executor mailbox;
    private final Consumer<RecordingEvent> recording;
    private Attempt current;

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
            Executor mailbox,
            Consumer<RecordingEvent> recording) {
        this.dialogs = dialogs;
        this.call = call;
        this.details = details;
        this.session = session;
        this.mailbox = mailbox;
        this.recording = recording;
    }

    /** Invites the hunt's target; from now on this attempt counts, and no other. Returns the dialog's Call-ID. */
    String invite(ServerHunt hunt, Body body) {
        current = null;
        Attempt attempt = new Attempt(hunt);
        attempt.dialog = dialogs.invite(
                call, hunt.target(), details, body, signal -> mailbox.execute(() -> hear(attempt, signal)));
        current = attempt;
        return attempt.dialog.callId();
    }

    /** How long the server may take to answer. */
    Duration answerTimeout() {
        return current.hunt.answerTimeout();
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
                recording.accept(lost(attempt, "it gave no final answer to a re-INVITE in time"));
            }
        });
    }

    /** Sends a request within the session; a server that does not know it, or never answers, is lost. */
    void send(InDialogRequest request, CompletableFuture<ServerReply> reply) {
        Attempt attempt = current;
        attempt.dialog.send(
                request,
                answer -> mailbox.execute(() -> {
                    boolean lost = answer.status() == NO_SUCH_DIALOG || answer.status() == REQUEST_TIMEOUT;
                    if (lost && attempt == current) {
                        recording.accept(lost(attempt, "it answered " + answer.status() + " to " + request.method()));
                    }
                    reply.complete(answer);
                }));
    }

    private static RecordingEvent lost(Attempt attempt, String detail) {
        return RecordingEvent.End.lost(attempt.hunt.target() + " has vanished: " + detail);
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
        if (signal instanceof SrsSignal.InSession negotiation) {
            return session.event(negotiation, attempt.hunt.target());
        }
        return Optional.of(
                signal instanceof SrsSignal.Lost lost ? lost(attempt, lost.detail()) : lifeEvent(attempt.hunt, signal));
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
