package org.siprecservlet.media.control;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
public interface Alarm {

    /**
     * Has the task run once, after the delay, on any thread. Never blocks.
     *
     * @return calls it off; nothing happens when it has run already
     */
    Runnable after(Duration delay, Runnable task);
}
