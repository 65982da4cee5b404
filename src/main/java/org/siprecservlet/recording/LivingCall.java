package org.siprecservlet.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.IncomingCall;

/**
 * A call and those of its recordings that live, one per instance. Safe for any thread: whoever adds a recording either does
 * it before the answer and the end, which then know of it, or learns of them. Nobody outside is called under the lock.
 */
final class LivingCall {

    private final Map<String, Recording> recordings = new HashMap<>();
    private CallView view;
    private boolean over;

    LivingCall(IncomingCall call) {
        this.view = CallView.of(call);
    }

    synchronized CallView view() {
        return view;
    }

    /** Adds a recording, made for the call as it is now. */
    synchronized Recording add(String instance, Function<CallView, Recording> maker) throws RecordingRefused {
        if (over) {
            throw new RecordingRefused(RecordingRefused.Reason.CALL_IS_OVER, "The call \"" + view.id() + "\" is over.");
        }
        if (recordings.containsKey(instance)) {
            throw new RecordingRefused(
                    RecordingRefused.Reason.INSTANCE_IN_USE,
                    "The call \"" + view.id() + "\" is already being recorded as instance \"" + instance + "\".");
        }
        Recording recording = maker.apply(view);
        recordings.put(instance, recording);
        return recording;
    }

    /** Returns the recordings that were added before the answer. */
    synchronized List<Recording> answered(AnsweredCall call) {
        view = CallView.of(call);
        return List.copyOf(recordings.values());
    }

    /** From now on nothing is added. Returns the recordings that live. */
    synchronized List<Recording> end() {
        over = true;
        return List.copyOf(recordings.values());
    }

    synchronized void remove(Recording recording) {
        recordings.values().remove(recording);
    }

    synchronized Optional<Recording> recording(String instance) {
        return Optional.ofNullable(recordings.get(instance));
    }
}
