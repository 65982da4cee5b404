/**
 * What happens to recordings, as server-sent events for clients that want to know at once.
 *
 * <p>Owns the {@link org.siprecservlet.rest.events.EventFeed}, which hears of everything from CDI and never waits for a
 * client, and the threads' work of writing to each of them. Called by CDI and by the servlet container.
 */
package org.siprecservlet.rest.events;
