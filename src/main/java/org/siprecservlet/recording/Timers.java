package org.siprecservlet.recording;

import java.time.Duration;

/** Does something later. The port to whatever keeps time. */
public interface Timers {

    /** Something that is to be done later. */
    interface Cancellable {

        /** Has it not be done; nothing happens when it has been done already, or is just being done. */
        void cancel();
    }

    /** Has the task run once, after the delay, on any thread. Never blocks; the task returns at once. */
    Cancellable after(Duration delay, Runnable task);
}
