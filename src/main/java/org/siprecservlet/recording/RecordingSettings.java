package org.siprecservlet.recording;

import java.time.Duration;

/**
 * The settings of the recorder, already checked.
 *
 * @param historyKeep {@code siprec.history.keep}: how long an ended recording can still be looked at
 * @param silenceAfter {@code siprec.media.silence-after}: how long an active recording may go without a copied packet before that
 *     is told; zero: for ever
 * @param historyMax {@code siprec.history.max}: how many ended recordings are kept at most
 */
public record RecordingSettings(Duration historyKeep, int historyMax, Duration silenceAfter) {}
