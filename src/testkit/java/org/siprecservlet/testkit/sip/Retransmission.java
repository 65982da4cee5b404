package org.siprecservlet.testkit.sip;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends something again after 500 ms, 1 s, 2 s and so on, for 32 s or until it is stopped (RFC 3261, timers A and G). */
final class Retransmission {

    static final Duration T1 = Duration.ofMillis(500);
    static final Duration T2 = Duration.ofSeconds(4);
    private static final Duration END = T1.multipliedBy(64);

    private final ScheduledExecutorService timer;
    private final Runnable send;
    private final Duration longest;
    private boolean stopped;
    private ScheduledFuture<?> next;

    private Retransmission(ScheduledExecutorService timer, Duration longest, Runnable send) {
        this.timer = timer;
        this.send = send;
        this.longest = longest;
    }

    /** Starts with the first repetition in 500 ms. */
    static Retransmission start(ScheduledExecutorService timer, Duration longest, Runnable send) {
        Retransmission started = new Retransmission(timer, longest, send);
        started.schedule(T1, Duration.ZERO);
        return started;
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void schedule(Duration wait, Duration elapsed) {
        Duration then = elapsed.plus(wait);
        if (!stopped && !timer.isShutdown() && then.compareTo(END) < 0) {
            next = timer.schedule(() -> repeat(wait, then), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void repeat(Duration wait, Duration elapsed) {
        send.run();
        Duration doubled = wait.multipliedBy(2);
        schedule(doubled.compareTo(longest) > 0 ? longest : doubled, elapsed);
    }
}
