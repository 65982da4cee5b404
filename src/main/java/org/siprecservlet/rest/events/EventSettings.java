package org.siprecservlet.rest.events;

import java.util.concurrent.Executor;

/**
 * How events are told.
 *
 * @param clients how many may listen at a time; each takes one thread
 * @param kept how many events are kept for clients that come again
 * @param queued how many events may wait for one client before it is sent away
 * @param run tells the events of this run of the application from those of others; letters and digits
 * @param threads runs the writing to each client, which waits
 */
public record EventSettings(int clients, int kept, int queued, String run, Executor threads) {}
