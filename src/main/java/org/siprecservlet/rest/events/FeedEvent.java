package org.siprecservlet.rest.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.siprecservlet.rest.JsonProvider;

/**
 * One event as it is sent (WHATWG HTML, section 9.2). Most events are kept and never sent, so what they say is made only when
 * it is wanted.
 *
 * @param id where a client goes on that comes again; empty for an event that is no place to go on from
 * @param name what kind of event it is
 * @param content what is told, for JSON
 */
record FeedEvent(String id, String name, Supplier<?> content) {

    /** One line of JSON. */
    String data() {
        try {
            return JsonProvider.mapper().writeValueAsString(content.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can always be written", e);
        }
    }

    byte[] octets() {
        String lines = (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data() + "\n\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
