package org.siprecservlet.sip;

import java.time.Duration;
import org.siprecservlet.recording.Timers;

/** Ends the wait for an answer. A caller that vanishes would otherwise leave a call ringing that nobody can end. */
record RingTimer(Timers timers, Duration longest) {

    Timers.Cancellable start(Runnable expired) {
        return timers.after(longest, expired);
    }
}
