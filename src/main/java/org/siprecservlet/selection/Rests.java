package org.siprecservlet.selection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.siprecservlet.recording.SrsUri;

/** The servers that want to be left alone for a while (Retry-After, RFC 3261 section 20.33). Safe for any thread. */
final class Rests {

    /** No server is left out for longer, whatever it asks for: it may have been repaired. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<SrsUri, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    Rests(Clock clock) {
        this.clock = clock;
    }

    void begin(SrsUri server, Duration length) {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        if (!length.isZero()) {
            ends.put(server, now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length));
        }
    }

    /** When a server may be asked again; empty when it may be now. */
    Optional<Instant> end(SrsUri server) {
        return Optional.ofNullable(ends.get(server)).filter(clock.instant()::isBefore);
    }

    /** Those that may be asked now; when there are none, all of them, the one whose rest ends first before the others. */
    List<SrsUri> awake(List<SrsUri> servers) {
        List<SrsUri> awake =
                servers.stream().filter(server -> end(server).isEmpty()).toList();
        return awake.isEmpty()
                ? servers.stream()
                        .sorted(Comparator.comparing(server -> end(server).orElse(Instant.MIN)))
                        .toList()
                : awake;
    }
}
