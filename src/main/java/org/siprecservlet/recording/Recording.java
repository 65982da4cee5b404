package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.metadata.MetadataId;

/**
 * One recorder of one call: a phase of the {@link RecordingTable}, and a mailbox in which one event after another is
 * handled. Any thread may post an event or look at the view; nothing blocks, no lock is held, nothing is thrown.
 */
final class Recording {

    /** Hears of a recording what concerns others, in its mailbox. */
    interface Keeper {

        /** The parties of the call have to be told otherwise of the recording than before; they are told by its view. */
        void indicated(Recording recording);

        /** The recording is over. */
        void retire(Recording recording);
    }

    private final CallView born;
    private final RecordingPlan plan;
    private final Dossier dossier;
    private final RecordingLog log;
    private final Mailbox mailbox;
    private final Wishes wishes = new Wishes();
    private final RecordingActions actions;
    private final Keeper keeper;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private RecordingPhase phase;
    private boolean pausedForParties;
    private volatile RecordingView view;
    private volatile byte[] document;

    /**
     * @param call as it is when the recording is asked for, answered or not
     * @param silenceAfter how long nothing may be copied before that is told; zero: for ever
     */
    Recording(CallView call, RecordingPlan plan, RecordingPorts ports, Duration silenceAfter, Keeper keeper) {
        this.dossier = new Dossier(
                call,
                plan.instance(),
                plan.details(),
                groupId(plan.details(), ports),
                ports.clock().instant(),
                ports.ids());
        this.born = call;
        this.plan = plan;
        this.phase = call.answered().isPresent() ? RecordingPhase.NEW : RecordingPhase.ARMED;
        this.log = new RecordingLog(call.id(), dossier.id());
        this.mailbox = new Mailbox(ports.executor());
        this.keeper = keeper;
        this.view = dossier.view(phase.state(false));
        this.actions = new RecordingActions(this, plan, ports, silenceAfter, dossier, wishes, log);
    }

    /** Without a name of its own, a group is that of this recording alone. */
    private static MetadataId groupId(SessionDetails details, RecordingPorts ports) {
        String name = details.group();
        return name == null ? MetadataId.random(ports.ids()) : ports.groupKey().idOf(name);
    }

    RecordingId id() {
        return dossier.id();
    }

    CallId callId() {
        return dossier.callId();
    }

    RecordingPlan plan() {
        return plan;
    }

    /** The recording as it is now. */
    RecordingView view() {
        return view;
    }

    /** The metadata document last sent. */
    Optional<byte[]> document() {
        return Optional.ofNullable(document);
    }

    /** Ends when nothing more will happen. */
    CompletionStage<Void> over() {
        return over;
    }

    /** Starts, unless it has to wait for the answer of the call. */
    void begin() {
        born.answered().ifPresent(this::begin);
    }

    /** Starts, since the call is answered. */
    void begin(AnsweredCall call) {
        post(new RecordingEvent.Begun(call));
    }

    /** Has no media flow; the stage ends when none does. */
    CompletionStage<RecordingView> pause() {
        return wish(RecordingEventKind.PAUSE_WANTED, false);
    }

    /** Has no media flow until the parties, or somebody else, want it otherwise; what somebody else has paused stays that. */
    void pauseForParties() {
        inMailbox(() -> {
            if (!isHeld()) {
                wish(RecordingEventKind.PAUSE_WANTED, true);
            }
        });
    }

    private boolean isHeld() {
        return actions.isHushed() || view.state() == RecordingState.PAUSING || view.state() == RecordingState.PAUSED;
    }

    /** Has media flow again if it was the parties who wanted none. */
    void resumeForParties() {
        inMailbox(() -> {
            if (pausedForParties) {
                wish(RecordingEventKind.RESUME_WANTED, false);
            }
        });
    }

    /** Follows the call, whose sides have agreed on its media anew. */
    void callChanged() {
        post(new RecordingEvent.Plain(RecordingEventKind.CALL_CHANGED));
    }

    /** Has media flow again; the stage ends when they do. */
    CompletionStage<RecordingView> resume() {
        return wish(RecordingEventKind.RESUME_WANTED, false);
    }

    private CompletionStage<RecordingView> wish(RecordingEventKind kind, boolean pauseForParties) {
        CompletableFuture<RecordingView> done = new CompletableFuture<>();
        inMailbox(() -> {
            pausedForParties = pauseForParties;
            wishes.add(new Wishes.Wish(kind, done));
            handle(new RecordingEvent.Plain(kind));
        });
        return done;
    }

    /** Sends a request to the server, if there is a session with one. */
    CompletionStage<ServerReply> send(InDialogRequest request) {
        CompletableFuture<ServerReply> reply = new CompletableFuture<>();
        inMailbox(() -> {
            if (phase.hasSession()) {
                actions.send(request, reply);
            } else {
                reply.completeExceptionally(
                        RecordingRefused.notNow("There is no session with a recording server, or not yet."));
            }
        });
        return reply;
    }

    /** Shows it with what the relay has copied by now, or with what it told before when it does not tell. */
    CompletionStage<RecordingView> count() {
        CompletableFuture<RecordingView> counted = new CompletableFuture<>();
        inMailbox(() -> {
            if (phase.hasSession()) {
                actions.count(() -> counted.complete(publish()));
            } else {
                counted.complete(view);
            }
        });
        return counted;
    }

    /** Has it end; the stage ends when nothing more will happen. */
    CompletionStage<RecordingView> stop() {
        end(EndReason.STOP_REQUESTED);
        return over.thenApply(nothing -> view);
    }

    /** Wants the end; the first reason that is given counts. */
    void end(EndReason reason) {
        post(RecordingEvent.End.wanted(reason));
    }

    /** Ends what never began, since it can not be what it was told to be. */
    void refuse(String why) {
        post(new RecordingEvent.End(RecordingEventKind.END_WANTED, Ending.of(EndReason.BAD_PLAN, why)));
    }

    /** Ends it without waiting for anything. */
    void shutDown() {
        post(RecordingEvent.End.shutdown());
    }

    /** Has an event handled in the mailbox. */
    void post(RecordingEvent event) {
        inMailbox(() -> handle(event));
    }

    /** Has a task done in the mailbox; a bug in it ends the recording. */
    void inMailbox(Runnable task) {
        mailbox.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.threw("a task", e);
                handle(RecordingEvent.End.fault(e));
            }
        });
    }

    /** Handles an event at once, from within the mailbox. */
    void handle(RecordingEvent event) {
        RecordingTable.Cell cell = RecordingTable.cell(phase, event.kind());
        if (cell instanceof RecordingTable.Step step) {
            take(step, event);
        } else if (cell == RecordingTable.Nothing.IMPOSSIBLE) {
            log.unexpected(phase, event.kind());
        }
        wishes.settle(view, actions.isHushed());
    }

    private void take(RecordingTable.Step step, RecordingEvent event) {
        RecordingPhase before = phase;
        phase = step.next();
        Throwable bug = null;
        for (RecordingAction action : step.actions()) {
            bug = tryOut(action, event, bug);
        }
        actions.watch(phase.hasSession());
        document = dossier.document().orElse(null);
        publish();
        if (phase == RecordingPhase.ENDED) {
            retire();
        } else if (bug != null) {
            handle(RecordingEvent.End.fault(bug));
        } else if (phase != before) {
            wishes.settle(view, actions.isHushed());
            wishes.takePostponed().ifPresent(this::handle);
            actions.takeNoted().ifPresent(this::handle);
        }
    }

    /** One action that fails keeps none of the others from being done. Returns the first bug. */
    private Throwable tryOut(RecordingAction action, RecordingEvent event, Throwable earlier) {
        try {
            actions.carryOut(action, event);
            return earlier;
        } catch (RuntimeException | Error e) {
            log.threw("action " + action, e);
            return earlier == null ? e : earlier;
        }
    }

    /** Shows everybody the recording as it is now, from within the mailbox. */
    RecordingView publish() {
        RecordingIndication before = Indicated.by(view);
        view = dossier.view(phase.state(dossier.wasActive()));
        if (!plan.parties().silent() && !before.equals(Indicated.by(view))) {
            keeper.indicated(this);
        }
        return view;
    }

    private void retire() {
        try {
            keeper.retire(this);
        } finally {
            over.complete(null);
        }
    }
}
