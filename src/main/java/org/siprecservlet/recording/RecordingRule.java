package org.siprecservlet.recording;

import java.util.Optional;
import org.siprecservlet.call.AnsweredCall;

/** Decides which calls are recorded, and how. Asked on the thread of the call: decides from the facts, never waits. */
public interface RecordingRule {

    /** The plan for a call; empty when it is not recorded. */
    Optional<RecordingPlan> decide(AnsweredCall call);
}
