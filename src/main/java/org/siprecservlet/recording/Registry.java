package org.siprecservlet.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.IncomingCall;

/** The calls that live, the recordings that live, and those that are over. Safe for any thread. */
final class Registry {

    private final Map<CallId, LivingCall> calls = new ConcurrentHashMap<>();
    private final Map<RecordingId, Recording> live = new ConcurrentHashMap<>();
    private final History history;

    Registry(History history) {
        this.history = history;
    }

    void add(IncomingCall call) {
        calls.put(call.id(), new LivingCall(call));
    }

    Optional<LivingCall> call(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    Optional<LivingCall> remove(CallId id) {
        return Optional.ofNullable(calls.remove(id));
    }

    Collection<LivingCall> calls() {
        return List.copyOf(calls.values());
    }

    void add(Recording recording) {
        live.put(recording.id(), recording);
    }

    /** Moves a recording that is over into the history. */
    void retire(Recording recording) {
        try {
            history.add(recording.view(), recording.document().orElse(null));
        } finally {
            live.remove(recording.id());
            call(recording.callId()).ifPresent(call -> call.remove(recording));
        }
    }

    Collection<Recording> live() {
        return List.copyOf(live.values());
    }

    Optional<Recording> live(RecordingId id) {
        return Optional.ofNullable(live.get(id));
    }

    Optional<RecordingView> view(RecordingId id) {
        return live(id).map(Recording::view).or(() -> history.find(id).map(History.Kept::view));
    }

    Optional<byte[]> document(RecordingId id) {
        return live(id).map(Recording::document)
                .orElseGet(() -> history.find(id).map(History.Kept::document));
    }

    /** All of them, in no order; one that is just moving into the history may show up twice. */
    Stream<RecordingView> views() {
        return Stream.concat(
                live.values().stream().map(Recording::view),
                history.all().stream().map(History.Kept::view));
    }
}
