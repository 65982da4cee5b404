package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timers on a scheduler of the JDK or of the container. */
public final class ScheduledTimers implements Timers {

    private final ScheduledExecutorService scheduler;

    /** The scheduler stays the caller's, who also shuts it down. */
    public ScheduledTimers(ScheduledExecutorService scheduler) {
        this.scheduler = Objects.requireNonNull(scheduler);
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        try {
            Future<?> future = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            // The scheduler has been shut down: nobody waits for anything any more.
            return () -> {};
        }
    }
}
