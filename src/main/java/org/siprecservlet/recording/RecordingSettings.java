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
 * @param historyKeep {@code siprec.history.keep}: how long an ended recording can still be looked at
 * @param historyMax {@code siprec.history.max}: how many ended recordings are kept at most
 */
public record RecordingSettings(
        List<SrsUri> servers, Pattern skipFailoverCodes, Duration answerTimeout, Duration historyKeep, int historyMax) {

    private static final Pattern NEVER = Pattern.compile("(?!)");

    public RecordingSettings {
        servers = List.copyOf(servers);
        skipFailoverCodes = skipFailoverCodes == null ? NEVER : skipFailoverCodes;
    }
}
