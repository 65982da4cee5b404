package org.siprecservlet.recording;

/** What the rules say of one instance of a call's recording. */
public sealed interface RecordingDecision {

    /** The call is to be recorded so. */
    record Planned(RecordingPlan plan) implements RecordingDecision {}

    /** The call is to be recorded, but what the rule makes of this call can not be carried out. */
    record Impossible(String instance, BadPlanException why) implements RecordingDecision {}
}
