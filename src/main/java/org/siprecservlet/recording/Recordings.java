package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.sdp.RecordPreference;

/** Begins and ends recordings as calls come and go. Safe for any thread; waits for nothing, but for {@link #shutDown}. */
final class Recordings implements Recording.Keeper {

    private static final System.Logger LOG = System.getLogger(Recordings.class.getName());
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(5);

    private static final ServerSearch NO_SEARCH = bodyBytes -> {
        throw new IllegalStateException("a recording that can not be has no server");
    };

    private final RecordingPorts ports;
    private final Registry registry;
    private final Duration silenceAfter;
    private final Preferences preferences;
    private final PartyNotice notice;
    private volatile boolean closed;

    Recordings(RecordingPorts ports, Registry registry, RecordingSettings settings) {
        this.ports = ports;
        this.registry = registry;
        this.silenceAfter = settings.silenceAfter();
        this.notice = settings.notice();
        this.preferences = new Preferences(registry, this::start);
    }

    /** Records a call: at once when it is answered, otherwise as soon as it is. */
    Recording start(CallId id, RecordingPlan plan) throws RecordingRefused {
        return start(id, plan, ports);
    }

    /** As {@link #start(CallId, RecordingPlan)}, at a server that has opened a dialog itself. */
    Recording accept(CallId id, RecordingPlan plan, SrsDialogs arrival) throws RecordingRefused {
        return start(id, plan, ports.with(arrival));
    }

    private Recording start(CallId id, RecordingPlan plan, RecordingPorts with) throws RecordingRefused {
        Recording recording = add(id, plan, with);
        preferences.apply(recording);
        recording.begin();
        if (closed) {
            recording.shutDown();
        }
        return recording;
    }

    /** Does what a rule wants; a recording that can not be leaves a trace as one that failed. */
    void carryOut(CallId id, RecordingDecision decision) throws RecordingRefused {
        if (decision instanceof RecordingDecision.Planned planned) {
            start(id, planned.plan());
        } else if (decision instanceof RecordingDecision.Impossible impossible) {
            add(id, new RecordingPlan(impossible.instance(), NO_SEARCH), ports)
                    .refuse(impossible.why().getMessage());
        }
    }

    private Recording add(CallId id, RecordingPlan plan, RecordingPorts with) throws RecordingRefused {
        if (closed) {
            throw new RecordingRefused(RecordingRefused.Reason.SHUTTING_DOWN, "The application is going down.");
        }
        LivingCall call = registry.call(id)
                .orElseThrow(() -> new RecordingRefused(
                        RecordingRefused.Reason.UNKNOWN_CALL, "There is no call \"" + id + "\", or no longer."));
        return call.add(plan.instance(), view -> {
            Recording made = new Recording(view, plan.orNotice(notice), with, silenceAfter, this);
            registry.add(made);
            return made;
        });
    }

    @Override
    public void indicated(Recording recording) {
        CallId call = recording.callId();
        ports.parties().tell(call, () -> indication(call));
    }

    private RecordingIndication indication(CallId call) {
        return registry.call(call).map(LivingCall::recordings).orElse(List.of()).stream()
                .filter(each -> !each.plan().parties().silent())
                .map(each -> Indicated.by(each.view()))
                .reduce(RecordingIndication.NONE, RecordingIndication::and);
    }

    @Override
    public void retire(Recording recording) {
        registry.retire(recording);
        preferences.retired(recording.callId());
    }

    void arrived(IncomingCall call) {
        registry.add(call);
    }

    /** Starts what was armed. */
    void answered(AnsweredCall call) {
        registry.call(call.id())
                .map(living -> living.answered(call))
                .orElse(List.of())
                .forEach(armed -> armed.begin(call));
    }

    /** The parties of a call wish this of its recording now. */
    void preferred(CallId id, RecordPreference wish) {
        preferences.hear(id, wish);
    }

    /** Has all recordings of a call follow its change. */
    void changed(CallId id) {
        registry.call(id).map(LivingCall::recordings).orElse(List.of()).forEach(Recording::callChanged);
    }

    /** Ends all recordings of a call, since it is over. */
    void ended(CallId id) {
        registry.remove(id).ifPresent(call -> {
            List<Recording> left = call.end();
            boolean answered = call.view().answered().isPresent();
            left.forEach(each -> each.end(answered ? EndReason.CALL_ENDED : EndReason.CALL_NOT_ANSWERED));
        });
    }

    /** Ends all recordings and starts no more. Waits for each to have said what there is to say. */
    void shutDown() {
        closed = true;
        Collection<Recording> living = registry.live();
        living.forEach(Recording::shutDown);
        CompletableFuture<?>[] ends = living.stream()
                .map(recording -> recording.over().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(ends));
        int left = registry.live().size();
        if (left > 0) {
            LOG.log(Level.WARNING, left + " recordings could not be ended before the application went down");
        }
    }

    private static void await(CompletableFuture<Void> all) {
        try {
            all.get(SHUTDOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "not all recordings have ended in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
