package org.siprecservlet.rest.events;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One client: the events that wait to be written to it. Filled and emptied by different threads. */
final class Listener {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<FeedEvent> waiting;
    private final int most;
    private boolean closed;
    private boolean nudged;

    /**
     * A client that has missed some events; those do not count.
     *
     * @param most how many may wait
     */
    Listener(int most, List<FeedEvent> missed) {
        this.waiting = new ArrayDeque<>(missed);
        this.most = most + missed.size();
    }

    /** Adds an event. Returns at once; the client is given up when too many wait. */
    void tell(FeedEvent event) {
        lock.lock();
        try {
            if (waiting.size() >= most) {
                closed = true;
            } else {
                waiting.add(event);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** No more is to be written, also not what waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets {@link #next} return now, so that something is written and a client that has gone is missed. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event; empty after a while without one, or when the client has been given up. */
    Optional<FeedEvent> next(long seconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (!closed && !nudged && waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            nudged = false;
            return closed ? Optional.empty() : Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }
}
