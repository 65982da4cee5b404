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

    private final Optional<RecordingPlan> plan;

    @Inject
    public CallRules(RecordingSettings settings) {
        this.plan = Optional.of(settings)
                .filter(each -> !each.servers().isEmpty())
                .map(each -> new SrsList(each.servers(), each.skipFailoverCodes()))
                .map(search -> new RecordingPlan(RecordingPlan.DEFAULT_INSTANCE, search));
    }

    @Override
    public Optional<RecordingPlan> decide(AnsweredCall call) {
        return plan;
    }
}
