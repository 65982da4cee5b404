package org.siprecservlet.recording;

import java.util.List;
import org.siprecservlet.call.IncomingCall;

/** Decides which calls are recorded, and how. Asked on the thread of the call: decides from the facts, never waits. */
public interface RecordingRule {

    /** What is recorded of a call, each as another instance; empty when nothing is. */
    List<RecordingDecision> decide(IncomingCall call);
}
