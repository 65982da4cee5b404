package org.siprecservlet.rest.events;

/**
 * The data of the event that tells a client that it has missed events for good.
 *
 * @param after the id of the last event that the client has heard of
 */
public record LostJson(String event, String after, String detail) {

    static final String NAME = "events.lost";

    static LostJson after(String id) {
        return new LostJson(NAME, id, "Events after this one are no longer known; look at the recordings again.");
    }
}
