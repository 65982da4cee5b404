package org.siprecservlet.recording;

import java.util.List;
import org.siprecservlet.call.IncomingCall;

/**
 * Decides which calls are recorded, and how. Asked on the thread of the call when it is answered: decides from the facts, never
 * waits. What it throws is logged, and the call goes on unrecorded.
 *
 * <p>An application of one's own decides with a bean that is an alternative ({@code @Alternative @Priority(...)}); it may have
 * the rules of the configuration injected ({@code CallRules}) and ask those too.
 */
public interface RecordingRule {

    /** What is recorded of a call, each as another instance; empty when nothing is. */
    List<RecordingDecision> decide(IncomingCall call);
}
