package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.sdp.RecordPreference;

/**
 * A call and those of its recordings that live, one per instance. Safe for any thread: whoever adds a recording either does
 * it before the answer and the end, which then know of it, or learns of them. Nobody outside is called under the lock.
 */
final class LivingCall {

    private final Map<String, Recording> recordings = new HashMap<>();
    /** What is not recorded since the parties did not wish it. */
    private final List<RecordingPlan> declined = new ArrayList<>();

    private RecordPreference preference = RecordPreference.NOPREFERENCE;
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

    /** Returns the recordings that live. */
    synchronized List<Recording> recordings() {
        return List.copyOf(recordings.values());
    }

    /** From now on nothing is added. Returns the recordings that live. */
    synchronized List<Recording> end() {
        over = true;
        return List.copyOf(recordings.values());
    }

    /** What the parties wish of recording. */
    synchronized RecordPreference preference() {
        return preference;
    }

    /** The parties wish this now; returns whether they wished anything else before. */
    synchronized boolean isNews(RecordPreference wish) {
        boolean news = wish != preference;
        preference = wish;
        return news;
    }

    synchronized void decline(RecordingPlan plan) {
        declined.add(plan);
    }

    /** Gives what was declined and is wished now, once; what is still being ended is given later. */
    synchronized List<RecordingPlan> takeWished() {
        if (over || preference != RecordPreference.ON) {
            return List.of();
        }
        List<RecordingPlan> wished = declined.stream()
                .filter(plan -> !recordings.containsKey(plan.instance()))
                .toList();
        declined.removeAll(wished);
        return wished;
    }

    synchronized void remove(Recording recording) {
        recordings.values().remove(recording);
    }

    synchronized Optional<Recording> recording(String instance) {
        return Optional.ofNullable(recordings.get(instance));
    }
}
