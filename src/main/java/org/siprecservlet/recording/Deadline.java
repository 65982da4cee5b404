package org.siprecservlet.recording;

import java.time.Duration;

/** The one thing that a recording waits for at a time. Confined to the recording's mailbox. */
final class Deadline {

    private final Timers timers;
    private Timers.Cancellable running = () -> {};

    Deadline(Timers timers) {
        this.timers = timers;
    }

    /** Waits for this from now on, and no longer for what was set before. */
    void set(Duration delay, Runnable task) {
        clear();
        running = timers.after(delay, task);
    }

    void clear() {
        running.cancel();
        running = () -> {};
    }
}
