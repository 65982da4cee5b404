package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.PreDestroy;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;

/**
 * Starts, stops and shows recordings. The API for applications, REST and the console.
 *
 * <p>Any thread may call any method. None waits, but for {@link #shutdown}: what is asked for happens soon after, and shows
 * in the view and in the {@link RecordingEvents}. Nothing that goes wrong with a recording is thrown here or reaches the
 * call; it ends the recording with an {@link EndReason}.
 */
@ApplicationScoped
public class RecordingService {

    private static final System.Logger LOG = System.getLogger(RecordingService.class.getName());

    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(5);

    private final RecordingPorts ports;
    private final Registry registry;
    private volatile boolean closed;

    @Inject
    public RecordingService(RecordingPorts ports, RecordingSettings settings) {
        this.ports = ports;
        this.registry =
                new Registry(new History(ports.clock(), ports.timers(), settings.historyKeep(), settings.historyMax()));
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected RecordingService() {
        this.ports = null;
        this.registry = null;
    }

    /**
     * Starts to record an answered call. A call may be recorded several times over; the recordings know nothing of each
     * other.
     *
     * @return the recording's id; empty when the application is going down and nothing is started
     */
    public Optional<RecordingId> start(AnsweredCall call, RecordingPlan plan) {
        if (closed) {
            return Optional.empty();
        }
        Recording recording = new Recording(call, plan, ports, registry::retire);
        registry.add(recording);
        recording.begin();
        if (closed) {
            recording.shutDown();
        }
        return Optional.of(recording.id());
    }

    /**
     * Ends a recording; the call goes on.
     *
     * @return the recording as it is before the end; empty when there is none with this id, also not in the history.
     *     Nothing happens to one that is over already
     */
    public Optional<RecordingView> stop(RecordingId id) {
        Optional<RecordingView> view = registry.view(id);
        registry.live(id).ifPresent(recording -> recording.end(EndReason.STOP_REQUESTED));
        return view;
    }

    /** Ends all recordings of a call, since it is over. */
    void callEnded(CallId call) {
        registry.live(call).forEach(recording -> recording.end(EndReason.CALL_ENDED));
    }

    /** The recording with this id, living or in the history. */
    public Optional<RecordingView> find(RecordingId id) {
        return registry.view(id);
    }

    /** All recordings, living or in the history, the newest first. */
    public List<RecordingView> list() {
        return list(each -> true);
    }

    /** The recordings that the filter takes (see {@link RecordingFilter}), living or in the history, the newest first. */
    public List<RecordingView> list(Predicate<RecordingView> filter) {
        return registry
                .views()
                .filter(filter)
                .collect(Collectors.toMap(RecordingView::id, view -> view, (living, ended) -> ended))
                .values()
                .stream()
                .sorted(Comparator.comparing(RecordingView::createdAt).reversed())
                .toList();
    }

    /**
     * The metadata document (RFC 7865) last sent to a server for this recording, as it was sent. Never change the array.
     *
     * @return empty when there is no such recording, or nothing was sent for it yet
     */
    public Optional<byte[]> lastMetadata(RecordingId id) {
        return registry.document(id);
    }

    /**
     * Ends all recordings and starts no more. Waits until each has said what there is to say to its server, but for no
     * answer: a container that takes an application away may bring none any more. Has to be called while SIP messages can
     * still be sent; again does no harm.
     */
    @PreDestroy
    public void shutdown() {
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

    private void await(CompletableFuture<Void> all) {
        try {
            all.get(SHUTDOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "not all recordings have ended in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
