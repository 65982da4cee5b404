package org.siprecservlet.recording;

import java.util.function.Predicate;
import org.siprecservlet.call.CallId;

/** Filters for {@link RecordingService#list(Predicate)}; combine them with {@code and}. */
public final class RecordingFilter {

    private RecordingFilter() {}

    /** Recordings in this state. */
    public static Predicate<RecordingView> inState(RecordingState state) {
        return view -> view.state() == state;
    }

    /** Recordings of the call with this Call-ID on either leg. */
    public static Predicate<RecordingView> ofCall(String callId) {
        return view -> view.callId().value().equals(callId)
                || view.calleeCallId().filter(callId::equals).isPresent();
    }

    /** Recordings of this call under this instance's name. */
    static Predicate<RecordingView> of(CallId call, String instance) {
        return view -> view.callId().equals(call) && view.instance().equals(instance);
    }
}
