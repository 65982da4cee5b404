package org.siprecservlet.rest.access;

import java.util.HashMap;
import java.util.Map;

/** Requests as tests make them up. */
final class Visits {

    private Visits() {}

    /** A GET from this machine to localhost, with further headers: names and values in turn. */
    static Visit get(String... headers) {
        return from("127.0.0.1", "GET", headers);
    }

    static Visit post(String... headers) {
        return from("127.0.0.1", "POST", headers);
    }

    static Visit from(String address, String method, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("host", "localhost:9080"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Visit(method, address, all);
    }
}
