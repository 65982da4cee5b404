package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recordings that are over, for as long and as many as the settings say; of each only its view and its last document. Safe
 * for any thread.
 */
final class History {

    /** What is kept of one recording; the document is null when none was sent. */
    record Kept(RecordingView view, byte[] document, Instant until) {}

    private final Map<RecordingId, Kept> kept = new LinkedHashMap<>();
    private final Clock clock;
    private final Timers timers;
    private final Duration keep;
    private final int max;
    private boolean sweeping;

    History(Clock clock, Timers timers, Duration keep, int max) {
        this.clock = clock;
        this.timers = timers;
        this.keep = keep;
        this.max = max;
    }

    void add(RecordingView view, byte[] document) {
        Kept entry = new Kept(view, document, clock.instant().plus(keep));
        if (put(entry)) {
            timers.after(keep, this::sweep);
        }
    }

    synchronized Optional<Kept> find(RecordingId id) {
        return Optional.ofNullable(kept.get(id));
    }

    synchronized List<Kept> all() {
        return new ArrayList<>(kept.values());
    }

    /** Returns whether a first sweep has to be arranged. */
    private synchronized boolean put(Kept entry) {
        kept.put(entry.view().id(), entry);
        while (kept.size() > max) {
            removeOldest();
        }
        boolean first = !sweeping && !kept.isEmpty();
        sweeping = sweeping || first;
        return first;
    }

    private void removeOldest() {
        Iterator<Kept> oldestFirst = kept.values().iterator();
        oldestFirst.next();
        oldestFirst.remove();
    }

    private void sweep() {
        removeExpired().ifPresent(wait -> timers.after(wait, this::sweep));
    }

    /** Returns how long the oldest that stays is still to be kept; empty when none stays. */
    private synchronized Optional<Duration> removeExpired() {
        Instant now = clock.instant();
        Iterator<Kept> oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext()) {
            Instant until = oldestFirst.next().until();
            if (until.isAfter(now)) {
                return Optional.of(Duration.between(now, until));
            }
            oldestFirst.remove();
        }
        sweeping = false;
        return Optional.empty();
    }
}
