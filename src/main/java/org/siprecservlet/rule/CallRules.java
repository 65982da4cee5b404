package org.siprecservlet.rule;

import java.util.Optional;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRule;
import org.siprecservlet.selection.ServerCatalog;

/** Has every call recorded at the servers of the configuration; no call when there are none. */
@Dependent
public class CallRules implements RecordingRule {

    private final ServerCatalog servers;

    @Inject
    public CallRules(ServerCatalog servers) {
        this.servers = servers;
    }

    @Override
    public Optional<RecordingPlan> decide(AnsweredCall call) {
        return servers.standard().map(search -> new RecordingPlan(RecordingPlan.DEFAULT_INSTANCE, search));
    }
}
