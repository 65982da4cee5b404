package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The pauses and resumptions that somebody wants and that are not done yet, in the order in which they were wanted: the
 * latest counts. Confined to the recording's mailbox.
 */
final class Wishes {

    /** One of them; {@code kind} is the event that it is. */
    record Wish(RecordingEventKind kind, CompletableFuture<RecordingView> done) {}

    private final List<Wish> open = new ArrayList<>();
    private final List<Runnable> refusals = new ArrayList<>();
    private RecordingEvent postponed;

    /** Another wish: one that was postponed no longer counts. */
    void add(Wish wish) {
        open.add(wish);
        postponed = null;
    }

    /** Keeps the event that a wish is until the phase is another. */
    void postpone(RecordingEvent event) {
        postponed = event;
    }

    /** Gives what was postponed, once. */
    Optional<RecordingEvent> takePostponed() {
        RecordingEvent event = postponed;
        postponed = null;
        return Optional.ofNullable(event);
    }

    /** Gives up what can not be had. Those who want it are told with the next {@link #settle}, when the recording shows it. */
    void refuse(RecordingEventKind kind, RecordingRefused why) {
        List<Wish> refused = open.stream().filter(wish -> wish.kind() == kind).toList();
        open.removeAll(refused);
        refused.forEach(wish -> refusals.add(() -> wish.done().completeExceptionally(why)));
    }

    /**
     * Ends the wishes that have come true, and those that never will.
     *
     * @param hushed whether nothing will be sent once the recording is active
     */
    void settle(RecordingView now, boolean hushed) {
        List<Runnable> toBeTold = List.copyOf(refusals);
        refusals.clear();
        toBeTold.forEach(Runnable::run);
        if (now.state() == RecordingState.STOPPING || now.state().isFinal()) {
            endFirst(open.size(), wish -> wish.done().completeExceptionally(RecordingRefused.over(now.id())));
        } else {
            comeTrue(now.state(), hushed).ifPresent(kind -> fulfil(kind, now));
        }
    }

    private static Optional<RecordingEventKind> comeTrue(RecordingState state, boolean hushed) {
        return switch (state) {
            case PAUSED -> Optional.of(RecordingEventKind.PAUSE_WANTED);
            case ACTIVE -> Optional.of(RecordingEventKind.RESUME_WANTED);
            case ARMED, STARTING -> Optional.of(
                    hushed ? RecordingEventKind.PAUSE_WANTED : RecordingEventKind.RESUME_WANTED);
            default -> Optional.empty();
        };
    }

    /** What was wanted before the latest that has come true was overtaken by it. */
    private void fulfil(RecordingEventKind kind, RecordingView now) {
        int latest = open.stream().map(Wish::kind).toList().lastIndexOf(kind);
        endFirst(latest + 1, wish -> {
            if (wish.kind() == kind) {
                wish.done().complete(now);
            } else {
                wish.done().completeExceptionally(RecordingRefused.notNow("The opposite was asked for since."));
            }
        });
    }

    private void endFirst(int count, Consumer<Wish> end) {
        List<Wish> first = List.copyOf(open.subList(0, count));
        open.subList(0, count).clear();
        first.forEach(end);
    }
}
