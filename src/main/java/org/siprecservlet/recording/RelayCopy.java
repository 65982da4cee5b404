package org.siprecservlet.recording;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * The relay's side of one recording: each operation is asked after the one before has ended. Confined to the recording's
 * mailbox; tells outcomes on any thread.
 */
final class RelayCopy {

    private final MediaRelay relay;
    private final Consumer<RecordingEvent> recording;
    private final RecordingLog log;
    private CompletionStage<?> last = CompletableFuture.completedStage(null);
    private Subscription copy;

    RelayCopy(MediaRelay relay, Consumer<RecordingEvent> recording, RecordingLog log) {
        this.relay = relay;
        this.recording = recording;
        this.log = log;
    }

    void subscribe(Subscription name) {
        copy = name;
        tell(ask(() -> relay.subscribe(name)), RecordingEvent.Subscribed::new);
    }

    /** Asks what there is to offer now; told on any thread, unless it fails: then the copy stays as it is. */
    void refresh(Consumer<CopyOffer> told) {
        Subscription name = copy;
        ask(() -> relay.refresh(name)).whenComplete((offer, failure) -> {
            if (failure == null) {
                told.accept(offer);
            } else {
                log.notFollowed(RelayException.messageOf(failure));
            }
        });
    }

    void connect(SessionDescription answer) {
        connect(answer, RecordingEventKind.CONNECTED);
    }

    /** @param inactive the server's description with every line inactive */
    void silence(SessionDescription inactive) {
        connect(inactive, RecordingEventKind.SILENCED);
    }

    private void connect(SessionDescription answer, RecordingEventKind done) {
        Subscription name = copy;
        tell(ask(() -> relay.connect(name, answer)), nothing -> new RecordingEvent.Plain(done));
    }

    /**
     * Has nothing sent any more and asks what there is to offer now; told after the outcomes of everything before, and
     * without an offer when the relay can not say.
     *
     * @param inactive the description of the server before with every line inactive
     */
    void leave(SessionDescription inactive) {
        Subscription name = copy;
        ask(() -> relay.connect(name, inactive));
        ask(() -> relay.refresh(name)).whenComplete((offer, failure) -> {
            if (failure != null) {
                log.notFollowed(RelayException.messageOf(failure));
            }
            recording.accept(new RecordingEvent.Left(failure == null ? offer : null));
        });
    }

    /**
     * Asks what was copied, without waiting for what else was asked; told on any thread.
     *
     * @param told takes the counts, or null and why there are none
     */
    void count(BiConsumer<List<CopyCount>, String> told) {
        if (copy == null) {
            told.accept(null, "There is no copy.");
            return;
        }
        relay.count(copy)
                .whenComplete((counts, failure) ->
                        told.accept(counts, failure == null ? null : RelayException.messageOf(failure)));
    }

    /** Ends the copy, once, if there may be one. */
    void unsubscribe() {
        Subscription name = copy;
        if (name != null) {
            copy = null;
            ask(() -> relay.unsubscribe(name)).whenComplete((nothing, failure) -> note(failure));
        }
    }

    private <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> operation) {
        CompletionStage<T> asked = last.handle((result, failure) -> null).thenCompose(before -> operation.get());
        last = asked;
        return asked;
    }

    private <T> void tell(CompletionStage<T> outcome, Function<T, RecordingEvent> success) {
        outcome.whenComplete(
                (result, failure) -> recording.accept(failure == null ? success.apply(result) : failed(failure)));
    }

    private static RecordingEvent failed(Throwable failure) {
        Throwable cause = RelayException.behind(failure);
        EndReason reason = cause instanceof RelayException known ? reason(known.kind()) : EndReason.RELAY_FAILED;
        return new RecordingEvent.End(
                RecordingEventKind.RELAY_FAILED, Ending.of(reason, RelayException.messageOf(failure)));
    }

    private static EndReason reason(RelayException.Kind kind) {
        return switch (kind) {
            case NOTHING_TO_COPY -> EndReason.NOTHING_TO_RECORD;
            case UNKNOWN_ADDRESS -> EndReason.BAD_PLAN;
            default -> EndReason.RELAY_FAILED;
        };
    }

    private void note(Throwable failure) {
        if (failure == null) {
            return;
        }
        // The B2BUA deletes the call at the relay, and all copies with it, possibly before this.
        if (!(RelayException.behind(failure) instanceof RelayException known)
                || known.kind() != RelayException.Kind.UNKNOWN_CALL) {
            log.notUnsubscribed(RelayException.messageOf(failure));
        }
    }
}
