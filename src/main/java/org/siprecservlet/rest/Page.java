package org.siprecservlet.rest;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of a list, the newest entries first.
 *
 * @param next where the next page begins; null when there is none
 */
record Page<T>(List<T> items, String next) {

    static final String DEFAULT_LIMIT = "100";
    private static final int HIGHEST_LIMIT = 1000;

    /** Which part is asked for. */
    record Request(int limit, Cursor after) {

        /**
         * Reads parameters of a query; a cursor that was not given is null.
         *
         * @throws ProblemException when a value is not what it has to be; names the parameter
         */
        static Request of(String limit, String cursor) {
            return new Request(limit(limit), cursor == null ? null : cursor(cursor));
        }

        private static int limit(String text) {
            if (text.matches("[0-9]{1,4}")) {
                int limit = Integer.parseInt(text);
                if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                    return limit;
                }
            }
            throw new ProblemException(Problem.badParameter("limit", "a number from 1 to " + HIGHEST_LIMIT));
        }

        private static Cursor cursor(String text) {
            return Cursor.parse(text)
                    .orElseThrow(() -> new ProblemException(
                            Problem.badParameter("cursor", "what an earlier answer gave as next")));
        }

        /** The part of all entries; {@code place} tells where each stands. */
        <T> Page<T> of(Stream<T> all, Function<T, Cursor> place) {
            Predicate<T> wanted = entry -> after == null || place.apply(entry).compareTo(after) > 0;
            List<T> found = all.filter(wanted)
                    .sorted(Comparator.comparing(place))
                    .limit(limit + 1L)
                    .toList();
            return found.size() <= limit
                    ? new Page<>(found, null)
                    : new Page<>(
                            found.subList(0, limit),
                            place.apply(found.get(limit - 1)).text());
        }
    }
}
