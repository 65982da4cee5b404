package org.siprecservlet.recording;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.siprecservlet.media.MediaRelay;

/**
 * Everything outside that recordings need.
 *
 * @param executor runs what recordings do; nothing of it blocks. One thread is enough, several do no harm
 * @param ids makes random UUIDs
 */
public record RecordingPorts(
        MediaRelay relay,
        SrsDialogs dialogs,
        RecordingEvents events,
        Timers timers,
        Executor executor,
        Clock clock,
        Supplier<UUID> ids,
        SnapshotWriter metadata,
        SessionBodies bodies) {

    public RecordingPorts {
        Objects.requireNonNull(relay);
        Objects.requireNonNull(dialogs);
        Objects.requireNonNull(events);
        Objects.requireNonNull(timers);
        Objects.requireNonNull(executor);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(ids);
    }
}
