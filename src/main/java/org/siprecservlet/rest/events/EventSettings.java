package org.siprecservlet.rest.events;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.siprecservlet.recording.Timers;

/**
 * How events are told.
 *
 * @param clients how many may listen at a time; each takes one thread
 * @param kept how many events are kept at most for clients that come again
 * @param keep how long they are kept at least, and half of how long at most: not much longer than the recordings they are about
 * @param queued how many events may wait for one client before it is sent away
 * @param run tells the events of this run of the application from those of others; letters and digits
 * @param timers has events forgotten
 * @param threads runs the writing to each client, which waits
 */
public record EventSettings(
        int clients, int kept, Duration keep, int queued, String run, Timers timers, Executor threads) {}
