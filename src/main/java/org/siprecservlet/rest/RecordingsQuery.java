package org.siprecservlet.rest;

import java.util.function.Predicate;
import org.siprecservlet.recording.RecordingFilter;
import org.siprecservlet.recording.RecordingState;
import org.siprecservlet.recording.RecordingView;

/** Which recordings a client asks for. */
record RecordingsQuery(Predicate<RecordingView> filter, int limit) {

    static final String DEFAULT_LIMIT = "100";
    private static final int HIGHEST_LIMIT = 1000;

    /**
     * Reads the query; a parameter that was not given is null.
     *
     * @throws ProblemException when a value is not what it has to be; names the parameter
     */
    static RecordingsQuery of(String state, String callId, String limit) {
        Predicate<RecordingView> all = view -> true;
        return new RecordingsQuery(
                all.and(state == null ? all : RecordingFilter.inState(state(state)))
                        .and(callId == null ? all : RecordingFilter.ofCall(callId)),
                limit(limit));
    }

    private static RecordingState state(String word) {
        return Words.parse(RecordingState.class, word)
                .orElseThrow(() -> new ProblemException(
                        Problem.badParameter("state", "one of " + String.join(", ", Words.all(RecordingState.class)))));
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
}
