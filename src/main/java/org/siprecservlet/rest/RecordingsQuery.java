package org.siprecservlet.rest;

import java.util.function.Predicate;
import org.siprecservlet.recording.RecordingFilter;
import org.siprecservlet.recording.RecordingState;
import org.siprecservlet.recording.RecordingView;

/** Which recordings a client asks for. */
final class RecordingsQuery {

    private RecordingsQuery() {}

    /**
     * Reads the query; a parameter that was not given is null.
     *
     * @throws ProblemException when a value is not what it has to be; names the parameter
     */
    static Predicate<RecordingView> filter(String state, String callId, String server) {
        Predicate<RecordingView> all = view -> true;
        return all.and(state == null ? all : RecordingFilter.inState(state(state)))
                .and(callId == null ? all : RecordingFilter.ofCall(callId))
                .and(server == null ? all : view -> isAt(server, view));
    }

    private static RecordingState state(String word) {
        return Words.parse(RecordingState.class, word)
                .orElseThrow(() -> new ProblemException(
                        Problem.badParameter("state", "one of " + String.join(", ", Words.all(RecordingState.class)))));
    }

    /** Also when the URI of the recording has a parameter more, such as the transport that the size of the body asked for. */
    private static boolean isAt(String server, RecordingView view) {
        return view.server()
                .filter(uri -> uri.value().equals(server) || uri.value().startsWith(server + ";"))
                .isPresent();
    }
}
