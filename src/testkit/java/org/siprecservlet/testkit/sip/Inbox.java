package org.siprecservlet.testkit.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Things that arrived and wait to be taken, in any order that the taker likes. Safe for any number of threads. */
public final class Inbox<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final List<T> items = new ArrayList<>();

    public void put(T item) {
        lock.lock();
        try {
            items.add(item);
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first item that is wanted and takes it out; the others stay. Empty when the time is over. */
    public Optional<T> take(Predicate<? super T> wanted, Duration patience) {
        lock.lock();
        try {
            await(() -> first(wanted).isPresent(), patience);
            Optional<T> found = first(wanted);
            found.ifPresent(items::remove);
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until at least so many items lie here, takes nothing, and says whether they came in time. */
    public boolean holds(int count, Duration patience) {
        return await(() -> items.size() >= count, patience);
    }

    /** Waits until an item that is wanted lies here, takes nothing, and says whether it came in time. */
    public boolean has(Predicate<? super T> wanted, Duration patience) {
        return await(() -> first(wanted).isPresent(), patience);
    }

    private boolean await(BooleanSupplier there, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!there.getAsBoolean() && left > 0) {
                left = arrival.awaitNanos(left);
            }
            return there.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    /** What lies here now. */
    public List<T> items() {
        lock.lock();
        try {
            return List.copyOf(items);
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> first(Predicate<? super T> wanted) {
        return items.stream().filter(wanted).findFirst();
    }
}
