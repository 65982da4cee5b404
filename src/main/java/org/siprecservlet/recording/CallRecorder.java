package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallListener;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.sdp.RecordPreference;

/**
 * Has answered calls recorded as the rules say, until they are over. Whatever goes wrong here is logged and does not reach
 * the call.
 */
@ApplicationScoped
public class CallRecorder implements CallListener {

    private static final System.Logger LOG = System.getLogger(CallRecorder.class.getName());

    private final RecordingRule rule;
    private final RecordingService recordings;

    @Inject
    public CallRecorder(RecordingRule rule, RecordingService recordings) {
        this.rule = rule;
        this.recordings = recordings;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected CallRecorder() {
        this(null, null);
    }

    @Override
    public void arrived(IncomingCall call) {
        guarded(call.id(), () -> recordings.arrived(call));
    }

    @Override
    public void answered(AnsweredCall call) {
        guarded(call.id(), () -> recordings.answered(call));
        guarded(call.id(), () -> rule.decide(call.incoming()).forEach(decision -> carryOut(call.id(), decision)));
    }

    private void carryOut(CallId call, RecordingDecision decision) {
        try {
            recordings.carryOut(call, decision);
        } catch (RecordingRefused refused) {
            // Somebody has armed this instance by hand, or the application is going down.
            LOG.log(Level.INFO, "call " + call + ": no recording by rule: " + refused.getMessage());
        }
    }

    @Override
    public void changed(CallId call) {
        guarded(call, () -> recordings.changed(call));
    }

    @Override
    public void preferred(CallId call, RecordPreference wish) {
        guarded(call, () -> recordings.preferred(call, wish));
    }

    @Override
    public void ended(CallId call) {
        guarded(call, () -> recordings.ended(call));
    }

    private static void guarded(CallId call, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            String what = "call " + call + ": recording it failed; the call is not affected; report it as a bug";
            LOG.log(Level.ERROR, what, e);
        }
    }
}
