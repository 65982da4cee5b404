package com.example.consent;

import java.util.List;
import javax.annotation.Priority;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Alternative;
import javax.inject.Inject;
import javax.interceptor.Interceptor;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.recording.RecordingDecision;
import org.siprecservlet.recording.RecordingRule;
import org.siprecservlet.rule.CallRules;

/** Only calls are recorded whose caller has agreed; how they are recorded stays with the configuration. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class ConsentRule implements RecordingRule {

    @Inject
    private CallRules configured;

    @Override
    public List<RecordingDecision> decide(IncomingCall call) {
        boolean agreed = call.headers().first("X-Consent").filter("yes"::equals).isPresent();
        return agreed ? configured.decide(call) : List.of();
    }
}
