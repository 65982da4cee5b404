package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.siprecservlet.call.CallId;

/** The recordings that live, by id and by call, and those that are over. Safe for any thread. */
final class Registry {

    private final Map<RecordingId, Recording> live = new ConcurrentHashMap<>();
    private final Map<CallId, List<Recording>> ofCall = new ConcurrentHashMap<>();
    private final History history;

    Registry(History history) {
        this.history = history;
    }

    void add(Recording recording) {
        live.put(recording.id(), recording);
        ofCall.merge(recording.callId(), List.of(recording), Registry::joined);
    }

    private static List<Recording> joined(List<Recording> some, List<Recording> others) {
        List<Recording> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Moves a recording that is over into the history. */
    void retire(Recording recording) {
        try {
            history.add(recording.view(), recording.document().orElse(null));
        } finally {
            live.remove(recording.id());
            ofCall.computeIfPresent(recording.callId(), (call, recordings) -> without(recordings, recording));
        }
    }

    private static List<Recording> without(List<Recording> recordings, Recording gone) {
        List<Recording> left = recordings.stream().filter(each -> each != gone).toList();
        return left.isEmpty() ? null : left;
    }

    Collection<Recording> live() {
        return List.copyOf(live.values());
    }

    Optional<Recording> live(RecordingId id) {
        return Optional.ofNullable(live.get(id));
    }

    List<Recording> live(CallId call) {
        return ofCall.getOrDefault(call, List.of());
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
