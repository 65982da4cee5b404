package org.siprecservlet.config;

import java.time.Duration;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.RecordingSettings;

/** Reads what the recording package wants to know. */
final class RecordingArea {

    // The history is in memory: a bound on both its age and its length keeps it there.
    private static final Syntax<Duration> HISTORY_KEEP = new DurationSyntax(Duration.ZERO, Duration.ofHours(168));
    // A shorter time would only tell of pauses between packets.
    private static final Syntax<Duration> SILENCE_AFTER = new DurationSyntax(Duration.ofSeconds(1), Duration.ofHours(1))
            .orWord("off", Duration.ZERO)
            .orWord("0", Duration.ZERO);
    private static final Syntax<Integer> HISTORY_MAX = new CountSyntax(1_000_000);

    private RecordingArea() {}

    static RecordingSettings read(Values values, PartyNotice notice) {
        return new RecordingSettings(
                values.read(Key.HISTORY_KEEP, HISTORY_KEEP),
                values.read(Key.HISTORY_MAX, HISTORY_MAX),
                values.read(Key.SILENCE_AFTER, SILENCE_AFTER),
                notice);
    }
}
