package org.siprecservlet.container;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The sessions that the container keeps, as the {@link SessionsServlet} shows them. */
final class Sessions {

    /** An INVITE that was taken back and is never answered lives twice 32 seconds in the container (RFC 3261, timer B). */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Sessions() {}

    static WebArchive in(WebArchive war) {
        return war.addClass(SessionsServlet.class);
    }

    /** Waits until the container has forgotten every session of calls and recordings. */
    static void awaitNone() {
        Rest.await(
                PATIENCE,
                () -> new String(Rest.get("/siprec/sessions").body(), StandardCharsets.UTF_8),
                String::isEmpty);
    }
}
