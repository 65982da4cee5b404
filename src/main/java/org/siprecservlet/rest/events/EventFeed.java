package org.siprecservlet.rest.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.annotation.PreDestroy;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.event.Observes;
import javax.inject.Inject;
import org.siprecservlet.recording.RecordingNotice;

/**
 * Tells clients what happens to recordings. Keeps the latest events for a while, for clients that come again. Each client has a queue of
 * its own; who does not keep up with it is sent away, so that nobody waits for anybody. Safe for all threads.
 */
@ApplicationScoped
public class EventFeed {

    private final EventSettings settings;
    private final Deque<FeedEvent> latest = new ArrayDeque<>();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private long told;
    /** How many had been told when events were last forgotten. */
    private long toldBefore;

    private boolean forgetting;
    private boolean closed;

    @Inject
    public EventFeed(EventSettings settings) {
        this.settings = settings;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected EventFeed() {
        this.settings = null;
    }

    /** Called on the thread of the recording, in the order of what happens to it. */
    synchronized void happened(@Observes RecordingNotice notice) {
        told++;
        FeedEvent event = EventJson.told(id(told), notice);
        latest.addLast(event);
        if (latest.size() > settings.kept()) {
            latest.removeFirst();
        }
        listeners.forEach(listener -> listener.tell(event));
        if (!forgetting) {
            forgetLater();
        }
    }

    private void forgetLater() {
        forgetting = true;
        settings.timers().after(settings.keep(), this::forget);
    }

    /** Forgets those that were already there the last time. */
    private synchronized void forget() {
        while (!latest.isEmpty() && told - latest.size() < toldBefore) {
            latest.removeFirst();
        }
        toldBefore = told;
        forgetting = false;
        if (!latest.isEmpty()) {
            forgetLater();
        }
    }

    private String id(long number) {
        return settings.run() + "-" + number;
    }

    /**
     * Takes a client in.
     *
     * @param last the id of the last event it has heard of; null when it comes for the first time
     * @return empty when there are too many already; those are looked at then, since some may have gone
     */
    synchronized Optional<Listener> listen(String last) {
        if (closed || listeners.size() >= settings.clients()) {
            listeners.forEach(Listener::nudge);
            return Optional.empty();
        }
        Listener listener = new Listener(settings.queued(), last == null ? List.of() : missed(last));
        listeners.add(listener);
        return Optional.of(listener);
    }

    private List<FeedEvent> missed(String last) {
        List<FeedEvent> missed = new ArrayList<>();
        boolean known = last.equals(id(told - latest.size()));
        for (FeedEvent event : latest) {
            missed.add(event);
            if (event.id().equals(last)) {
                missed.clear();
                known = true;
            }
        }
        if (!known) {
            missed.add(0, lost(last));
        }
        return missed;
    }

    private static FeedEvent lost(String last) {
        return new FeedEvent("", LostJson.NAME, () -> LostJson.after(last));
    }

    /** Where clients are written to. */
    Executor threads() {
        return settings.threads();
    }

    /** A client has gone. */
    void leave(Listener listener) {
        listeners.remove(listener);
        listener.close();
    }

    /** Sends everybody away. */
    @PreDestroy
    synchronized void close() {
        closed = true;
        listeners.forEach(Listener::close);
    }
}
