package org.siprecservlet.config;

import java.time.Duration;
import java.util.List;
import org.siprecservlet.recording.RecordingSettings;
import org.siprecservlet.recording.SrsUri;

/** Reads what the recording package wants to know. */
final class RecordingArea {

    private static final Syntax<List<SrsUri>> SERVERS =
            new CommaList<>(text -> new SrsUri(new SipUri().parse(text))).orWhenEmpty(List.of());
    // After five minutes a server has been given more time than any SIP timer gives it.
    private static final Syntax<Duration> ANSWER_TIMEOUT =
            new DurationSyntax(Duration.ofMillis(1), Duration.ofMinutes(5));
    // The history is in memory: a bound on both its age and its length keeps it there.
    private static final Syntax<Duration> HISTORY_KEEP = new DurationSyntax(Duration.ZERO, Duration.ofHours(168));
    private static final Syntax<Integer> HISTORY_MAX = new CountSyntax(1_000_000);

    private RecordingArea() {}

    static RecordingSettings read(Values values) {
        return new RecordingSettings(
                values.read(Key.SRS, SERVERS),
                values.read(Key.SKIP_FAILOVER_CODES, new StatusCodePattern().orWhenEmpty(StatusCodePattern.NONE)),
                values.read(Key.SRS_ANSWER_TIMEOUT, ANSWER_TIMEOUT),
                values.read(Key.HISTORY_KEEP, HISTORY_KEEP),
                values.read(Key.HISTORY_MAX, HISTORY_MAX));
    }
}
