package org.siprecservlet.media.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that stands still until it is moved by hand. */
public final class HandAlarm implements Alarm {

    private record Task(Duration due, Runnable run) {}

    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Runnable after(Duration delay, Runnable run) {
        Task task = new Task(now.plus(delay), run);
        tasks.add(task);
        return () -> cancel(task);
    }

    private synchronized void cancel(Task task) {
        tasks.removeIf(each -> each == task);
    }

    /** Lets time pass; what is due on the way is done in order. */
    public void pass(Duration duration) {
        Duration end = now.plus(duration);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            next.get().run().run();
        }
        now = end;
    }

    private synchronized Optional<Task> next(Duration end) {
        Optional<Task> next =
                tasks.stream().filter(task -> task.due().compareTo(end) <= 0).min(Comparator.comparing(Task::due));
        next.ifPresent(task -> {
            now = task.due();
            tasks.remove(task);
        });
        return next;
    }

    public synchronized int running() {
        return tasks.size();
    }
}
