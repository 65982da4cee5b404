package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock and timers that stand still until they are moved by hand. */
final class HandTime extends Clock implements Timers {

    private record Task(Instant due, Runnable run) {}

    private final List<Task> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:02.120Z");

    @Override
    public synchronized Cancellable after(Duration delay, Runnable run) {
        Task task = new Task(now.plus(delay), run);
        tasks.add(task);
        return () -> cancel(task);
    }

    private synchronized void cancel(Task task) {
        tasks.removeIf(each -> each == task);
    }

    /** Lets time pass; what is due on the way is done in order. */
    void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            next.get().run().run();
        }
        now = end;
    }

    private synchronized Optional<Task> next(Instant end) {
        Optional<Task> next =
                tasks.stream().filter(each -> !each.due().isAfter(end)).min(Comparator.comparing(Task::due));
        next.ifPresent(task -> {
            tasks.remove(task);
            now = task.due();
        });
        return next;
    }

    /** How many timers run. */
    synchronized int running() {
        return tasks.size();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
