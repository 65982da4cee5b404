package org.siprecservlet.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a list that is sorted by time, the newest first: where one entry stands, or stood. It stays where it is when
 * newer entries come and when the entry itself goes.
 */
record Cursor(Instant at, String id) implements Comparable<Cursor> {

    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id).reversed();

    /** As clients get it: opaque to them. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what a client sent back; empty when it never came from here. */
    static Optional<Cursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length < 2 ? Optional.empty() : Optional.of(new Cursor(Instant.parse(parts[0]), parts[1]));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Cursor other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
