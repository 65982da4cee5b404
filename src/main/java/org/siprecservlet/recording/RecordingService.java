package org.siprecservlet.recording;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.PreDestroy;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.sdp.RecordPreference;

/**
 * Starts, pauses, resumes, stops and shows recordings. The API for applications, REST and the console.
 *
 * <p>Any thread may call any method. None waits, but for {@link #shutdown}: what is asked for happens soon after, and shows
 * in the view and in the {@link RecordingEvents}. Nothing that goes wrong with a recording is thrown here or reaches the
 * call; it ends the recording with an {@link EndReason}.
 *
 * <p>Stages end when what was asked for is done, with the recording as it is then, or with a {@link RecordingRefused}. They
 * are completed on a thread that recordings need: what is attached to one must not block, and no observer of the events may
 * wait for one.
 */
@ApplicationScoped
public class RecordingService {

    private final Registry registry;
    private final Recordings recordings;

    @Inject
    public RecordingService(RecordingPorts ports, RecordingSettings settings) {
        this.registry =
                new Registry(new History(ports.clock(), ports.timers(), settings.historyKeep(), settings.historyMax()));
        this.recordings = new Recordings(ports, registry, settings);
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected RecordingService() {
        this.registry = null;
        this.recordings = null;
    }

    /**
     * Starts to record a call: at once when it is answered; otherwise the recording is armed, and starts when the callee
     * answers. A call may be recorded several times over, each time as another instance; the recordings know nothing of
     * each other.
     *
     * @return the recording as it is now: armed or starting
     * @throws RecordingRefused when no such call lives, or the instance is in use, or the application is going down
     */
    public RecordingView start(CallId call, RecordingPlan plan) throws RecordingRefused {
        return recordings.start(call, plan).view();
    }

    /**
     * Records a call as {@link #start} does, at a server that has begun the recording session itself (RFC 7866 section 6.2).
     *
     * @param arrival is asked once, with offer and metadata, for the dialog that the server wants
     * @return the recording once it is over
     * @throws RecordingRefused as {@link #start}
     */
    public CompletionStage<RecordingView> accept(CallId call, RecordingPlan plan, SrsDialogs arrival)
            throws RecordingRefused {
        Recording recording = recordings.accept(call, plan, arrival);
        return recording.over().thenApply(nothing -> recording.view());
    }

    /**
     * Has no media sent to the server until {@link #resume}. The media stop first, then the server is told; one that refuses
     * to hear of it gets none all the same. A recording that is not yet active will send nothing once it is, and for that
     * nothing has to be waited for. The latest of pause and resume counts: the stage of one that is overtaken fails.
     */
    public CompletionStage<RecordingView> pause(RecordingId id) {
        return living(id, Recording::pause);
    }

    /** As {@link #pause(RecordingId)}, of the latest recording of this call as this instance. */
    public CompletionStage<RecordingView> pause(CallId call, String instance) {
        return latest(call, instance, this::pause);
    }

    /**
     * Has the media flow again once the server agrees. When it refuses, the recording stays paused and the stage fails with
     * {@link RecordingRefused.Reason#NOT_POSSIBLE_NOW} and the server's status.
     */
    public CompletionStage<RecordingView> resume(RecordingId id) {
        return living(id, Recording::resume);
    }

    /** As {@link #resume(RecordingId)}, of the latest recording of this call as this instance. */
    public CompletionStage<RecordingView> resume(CallId call, String instance) {
        return latest(call, instance, this::resume);
    }

    /** Ends a recording; the call goes on. One that is over already stays as it is. */
    public CompletionStage<RecordingView> stop(RecordingId id) {
        return registry.live(id)
                .map(Recording::stop)
                .or(() -> registry.view(id).map(CompletableFuture::completedStage))
                .orElseGet(() -> CompletableFuture.failedStage(RecordingRefused.unknown(id)));
    }

    /** As {@link #stop(RecordingId)}, of the latest recording of this call as this instance. */
    public CompletionStage<RecordingView> stop(CallId call, String instance) {
        return latest(call, instance, this::stop);
    }

    /**
     * Sends a request to the server within the recording session. The stage ends with the server's final answer, whatever it
     * is; it fails when there is no session with a server now. A server that does not know the session any more, or never
     * answers, is lost, and the recording ends (RFC 3261 section 12.2.1.2).
     */
    public CompletionStage<ServerReply> send(RecordingId id, InDialogRequest request) {
        return living(id, recording -> recording.send(request));
    }

    /** As {@link #send(RecordingId, InDialogRequest)}, of the latest recording of this call as this instance. */
    public CompletionStage<ServerReply> send(CallId call, String instance, InDialogRequest request) {
        return latest(call, instance, id -> send(id, request));
    }

    /** The recording with this id, living or in the history. */
    public Optional<RecordingView> find(RecordingId id) {
        return registry.view(id);
    }

    /**
     * The recording with what the media relay has counted of its streams by now. The relay is asked only while there is a
     * session with a server; else, and when it does not tell, the counts are those it told last, if any.
     */
    public CompletionStage<RecordingView> count(RecordingId id) {
        return registry.live(id)
                .map(Recording::count)
                .or(() -> registry.view(id).map(CompletableFuture::completedStage))
                .orElseGet(() -> CompletableFuture.failedStage(RecordingRefused.unknown(id)));
    }

    /** The latest recording of this call as this instance, living or in the history. */
    public Optional<RecordingView> find(CallId call, String instance) {
        return registry.call(call)
                .flatMap(living -> living.recording(instance))
                .map(Recording::view)
                .or(() -> list(RecordingFilter.of(call, instance)).stream().findFirst());
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

    /** The calls that live, whether recorded or not, the newest first. */
    public List<CallView> calls() {
        return registry.calls().stream()
                .map(LivingCall::view)
                .sorted(Comparator.comparing((CallView call) -> call.incoming().startedAt())
                        .reversed())
                .toList();
    }

    /** The call with this id; empty when none lives. */
    public Optional<CallView> call(CallId id) {
        return registry.call(id).map(LivingCall::view);
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
        recordings.shutDown();
    }

    void arrived(IncomingCall call) {
        recordings.arrived(call);
    }

    void carryOut(CallId call, RecordingDecision decision) throws RecordingRefused {
        recordings.carryOut(call, decision);
    }

    void answered(AnsweredCall call) {
        recordings.answered(call);
    }

    void changed(CallId call) {
        recordings.changed(call);
    }

    void preferred(CallId call, RecordPreference wish) {
        recordings.preferred(call, wish);
    }

    void ended(CallId call) {
        recordings.ended(call);
    }

    private <T> CompletionStage<T> living(RecordingId id, Function<Recording, CompletionStage<T>> task) {
        return registry.live(id)
                .map(task)
                .orElseGet(() -> CompletableFuture.failedStage(
                        registry.view(id).isPresent() ? RecordingRefused.over(id) : RecordingRefused.unknown(id)));
    }

    private <T> CompletionStage<T> latest(
            CallId call, String instance, Function<RecordingId, CompletionStage<T>> task) {
        return find(call, instance)
                .map(view -> task.apply(view.id()))
                .orElseGet(() -> CompletableFuture.failedStage(RecordingRefused.unknown(call, instance)));
    }
}
