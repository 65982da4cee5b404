package org.siprecservlet.recording;

import org.siprecservlet.call.CallId;
import org.siprecservlet.sdp.RecordPreference;

/**
 * Has recordings do what the parties of their call wish, if their plan is to oblige them: {@code off} ends them, or they never
 * begin, {@code pause} pauses them, {@code on} resumes what the parties had paused and begins anew what they had ended. That a wish is no
 * longer said changes nothing (RFC 7866 section 7.3.2). Safe for any thread.
 */
final class Preferences {

    private static final System.Logger LOG = System.getLogger(Preferences.class.getName());

    /** Begins a recording. */
    interface Start {
        void start(CallId call, RecordingPlan plan) throws RecordingRefused;
    }

    private final Registry registry;
    private final Start start;

    Preferences(Registry registry, Start start) {
        this.registry = registry;
        this.start = start;
    }

    /** The parties wish this now. */
    void hear(CallId id, RecordPreference wish) {
        registry.call(id).filter(call -> call.isNews(wish)).ifPresent(call -> {
            call.recordings().forEach(each -> prefer(call, each, wish));
            beginAnew(call);
        });
    }

    /** A recording of the call is over, after which another may begin in its place. */
    void retired(CallId id) {
        registry.call(id).ifPresent(this::beginAnew);
    }

    /** Has a recording that is about to begin do what the parties wished before. */
    void apply(Recording recording) {
        registry.call(recording.callId())
                .filter(call -> call.preference() != RecordPreference.NOPREFERENCE)
                .ifPresent(call -> prefer(call, recording, call.preference()));
    }

    private static void prefer(LivingCall call, Recording recording, RecordPreference wish) {
        boolean obliging = recording.plan().parties().obliging();
        LOG.log(
                System.Logger.Level.INFO,
                "call " + recording.callId() + ", recording " + recording.id() + ": the parties wish " + wish
                        + (obliging ? "" : ", which its rule does not let them decide"));
        if (!obliging) {
            return;
        }
        switch (wish) {
            case OFF -> {
                call.decline(recording.plan());
                recording.end(EndReason.PARTY_OPTED_OUT);
            }
            case PAUSE -> recording.pauseForParties();
            case ON -> recording.resumeForParties();
            case NOPREFERENCE -> {}
        }
    }

    private void beginAnew(LivingCall call) {
        call.takeWished().forEach(plan -> begin(call.view().id(), plan));
    }

    private void begin(CallId call, RecordingPlan plan) {
        try {
            start.start(call, plan);
        } catch (RecordingRefused refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "call " + call + ": not recorded although the parties wish it: " + refused.getMessage());
        }
    }
}
