package org.siprecservlet.rule;

import java.util.Optional;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRule;
import org.siprecservlet.recording.RecordingSettings;
import org.siprecservlet.selection.SrsList;

/** Has every call recorded at the servers of the configuration; no call when there are none. */
@Dependent
public class CallRules implements RecordingRule {

    private final RecordingPlan plan;

    @Inject
    public CallRules(RecordingSettings settings) {
        this.plan = settings.servers().isEmpty() ? null : plan(settings);
    }

    private static RecordingPlan plan(RecordingSettings settings) {
        return new RecordingPlan(
                RecordingPlan.DEFAULT_INSTANCE, new SrsList(settings.servers(), settings.skipFailoverCodes()));
    }

    @Override
    public Optional<RecordingPlan> decide(AnsweredCall call) {
        return Optional.ofNullable(plan);
    }
}
