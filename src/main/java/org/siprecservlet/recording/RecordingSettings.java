package org.siprecservlet.recording;

import java.time.Duration;

/**
 * The settings of the recorder, already checked.
 *
 * @param historyKeep {@code siprec.history.keep}: how long an ended recording can still be looked at
 * @param silenceAfter {@code siprec.media.silence-after}: how long an active recording may go without a copied packet before that
 *     is told; zero: for ever
 * @param historyMax {@code siprec.history.max}: how many ended recordings are kept at most
 * @param notice what the parties hear of being recorded when the plan does not say
 */
public record RecordingSettings(Duration historyKeep, int historyMax, Duration silenceAfter, PartyNotice notice) {

    /** Settings by which the parties hear nothing. */
    public RecordingSettings(Duration historyKeep, int historyMax, Duration silenceAfter) {
        this(historyKeep, historyMax, silenceAfter, PartyNotice.NONE);
    }
}
