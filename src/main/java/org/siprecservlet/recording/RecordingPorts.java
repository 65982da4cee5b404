package org.siprecservlet.recording;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.siprecservlet.call.RecordedParties;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.metadata.GroupKey;
import org.siprecservlet.metadata.IdSource;

/**
 * Everything outside that recordings need.
 *
 * @param executor runs what recordings do; nothing of it blocks. One thread is enough, several do no harm
 * @param ids gives random UUIDs, of recordings and of what metadata tells of
 * @param groupKey gives named groups their ids
 * @param random says how long to wait where it must not always be the same; safe for any thread
 */
public record RecordingPorts(
        MediaRelay relay,
        SrsDialogs dialogs,
        RecordingEvents events,
        RecordedParties parties,
        Timers timers,
        Executor executor,
        Clock clock,
        IdSource ids,
        GroupKey groupKey,
        RandomGenerator random) {

    public RecordingPorts {
        Objects.requireNonNull(relay);
        Objects.requireNonNull(dialogs);
        Objects.requireNonNull(events);
        Objects.requireNonNull(parties);
        Objects.requireNonNull(timers);
        Objects.requireNonNull(executor);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(ids);
        Objects.requireNonNull(groupKey);
        Objects.requireNonNull(random);
    }

    /** The same, but that another opens the dialogs. */
    RecordingPorts with(SrsDialogs others) {
        return new RecordingPorts(relay, others, events, parties, timers, executor, clock, ids, groupKey, random);
    }
}
