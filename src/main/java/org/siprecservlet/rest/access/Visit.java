package org.siprecservlet.rest.access;

import java.util.Map;
import java.util.Optional;

/**
 * What there is to know about a request before it is let in.
 *
 * @param method the HTTP method
 * @param remoteAddress the address at the other end of the connection, as a literal
 * @param headers by their names in lower case; of a header that is there twice, both values with a comma between
 */
record Visit(String method, String remoteAddress, Map<String, String> headers) {

    Visit {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The role without which the request is refused. */
    Role needs() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Role.READ;
            default -> Role.CONTROL;
        };
    }
}
