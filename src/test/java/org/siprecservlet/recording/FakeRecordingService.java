package org.siprecservlet.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;

/** Shows what a test gave it, in that order; knows no living call, starts and stops nothing. */
public final class FakeRecordingService extends RecordingService {

    private final List<RecordingView> views;
    private final Map<String, byte[]> documents;

    public FakeRecordingService(List<RecordingView> views, Map<String, byte[]> documents) {
        this.views = views;
        this.documents = documents;
    }

    @Override
    public Optional<RecordingView> find(RecordingId id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** Shows the counts that it was given. */
    @Override
    public CompletionStage<RecordingView> count(RecordingId id) {
        return find(id).map(CompletableFuture::completedStage)
                .orElseGet(() -> CompletableFuture.failedStage(RecordingRefused.unknown(id)));
    }

    @Override
    public List<RecordingView> list(Predicate<RecordingView> filter) {
        return views.stream().filter(filter).toList();
    }

    @Override
    public Optional<CallView> call(CallId id) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> lastMetadata(RecordingId id) {
        return Optional.ofNullable(documents.get(id.value()));
    }
}
