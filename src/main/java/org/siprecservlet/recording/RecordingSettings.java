package org.siprecservlet.recording;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The settings of the recorder, already checked.
 *
 * @param servers {@code siprec.srs}: the servers for calls that no rule decides, tried in order; empty: not recorded
 * @param skipFailoverCodes {@code siprec.skip-failover-codes}: final codes that end the search for a server, searched for
 *     anywhere in the three digits; null: none
 * @param answerTimeout {@code siprec.srs.answer-timeout}: how long one server may take to give a final answer
 * @param closeTimeout {@code siprec.srs.close-timeout}: how long the end of a recording session may take before it is let
 *     go of
 * @param historyKeep {@code siprec.history.keep}: how long an ended recording can still be looked at
 * @param historyMax {@code siprec.history.max}: how many ended recordings are kept at most
 */
public record RecordingSettings(
        List<SrsUri> servers,
        Pattern skipFailoverCodes,
        Duration answerTimeout,
        Duration closeTimeout,
        Duration historyKeep,
        int historyMax) {

    public static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofSeconds(4);
    public static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_HISTORY_KEEP = Duration.ofMinutes(10);
    public static final int DEFAULT_HISTORY_MAX = 1000;

    private static final Pattern NEVER = Pattern.compile("(?!)");

    public RecordingSettings {
        servers = List.copyOf(servers);
        skipFailoverCodes = skipFailoverCodes == null ? NEVER : skipFailoverCodes;
    }

    /** The defaults for these servers. */
    public static RecordingSettings of(List<SrsUri> servers) {
        return new RecordingSettings(
                servers,
                null,
                DEFAULT_ANSWER_TIMEOUT,
                DEFAULT_CLOSE_TIMEOUT,
                DEFAULT_HISTORY_KEEP,
                DEFAULT_HISTORY_MAX);
    }
}
