package org.siprecservlet.media.rtpproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that stands still until it is moved by hand. */
final class HandAlarm implements Alarm {

    private record Task(Duration due, Runnable run) {}

    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Runnable after(Duration delay, Runnable run) {
        Task task = new Task(now.plus(delay), run);
        tasks.add(task);
        return () -> tasks.removeIf(each -> each == task);
    }

    /** Lets time pass; what is due on the way is done in order. */
    void pass(Duration duration) {
        Duration end = now.plus(duration);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            now = next.get().due();
            tasks.remove(next.get());
            next.get().run().run();
        }
        now = end;
    }

    private Optional<Task> next(Duration end) {
        return tasks.stream().filter(task -> task.due().compareTo(end) <= 0).min(Comparator.comparing(Task::due));
    }

    int running() {
        return tasks.size();
    }
}
