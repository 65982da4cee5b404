package org.siprecservlet.rest.events;

import java.nio.charset.StandardCharsets;

/**
 * One event as it is sent (WHATWG HTML, section 9.2).
 *
 * @param id where a client goes on that comes again; empty for an event that is no place to go on from
 * @param name what kind of event it is
 * @param data one line of JSON
 */
record FeedEvent(String id, String name, String data) {

    byte[] octets() {
        String lines = (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
