package org.siprecservlet.sip;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.siprecservlet.recording.Timers;

/**
 * The times that a call keeps.
 *
 * @param longestRinging how long an INVITE may go without a final answer
 * @param random safe for any thread
 */
record CallTimers(Timers timers, Duration longestRinging, RandomGenerator random) {

    /** Far longer than a phone needs that is not asked for anything new, and short enough for somebody who waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** The longest time that a transaction takes (RFC 3261 section 17.1.2.2, Timer F), and a little. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(33);

    private static final int STEP_MILLIS = 10;
    private static final int STEPS_OF_OTHERS = 200;
    private static final int LEAST_STEPS_OF_OURS = 210;
    private static final int STEPS_OF_OURS = 190;

    /** Ends the wait for an answer. A caller that vanishes would otherwise leave a call ringing that nobody can end. */
    Timers.Cancellable whenUnanswered(Runnable expired) {
        return timers.after(longestRinging, expired);
    }

    /** Ends the wait for the answer to a request of our own that others have to wait for. */
    Timers.Cancellable whenLate(Runnable late) {
        return timers.after(PATIENCE, late);
    }

    /** Gives up a request of our own of which the container tells nothing any more. */
    Timers.Cancellable whenLost(Runnable lost) {
        return timers.after(LONGEST_TRANSACTION, lost);
    }

    /**
     * Tries again after both sides of a dialog have sent an offer at once (RFC 3261 section 14.1).
     *
     * @param ours whether the Call-ID of the dialog is ours
     */
    Timers.Cancellable afterGlare(boolean ours, Runnable again) {
        int steps =
                ours ? LEAST_STEPS_OF_OURS + random.nextInt(STEPS_OF_OURS + 1) : random.nextInt(STEPS_OF_OTHERS + 1);
        return timers.after(Duration.ofMillis((long) steps * STEP_MILLIS), again);
    }

    Timers.Cancellable after(Duration delay, Runnable again) {
        return timers.after(delay, again);
    }
}
