package org.siprecservlet.sip;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallListener;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.recording.SrsDialog;
import org.siprecservlet.recording.SrsDialogs;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.recording.SrsUri;

/** The SIP side as a whole: built before the container is ready, started by the servlet when it is. */
public final class SipApplication implements SrsDialogs {

    private final SipSettings settings;
    private final MediaRelay relay;
    private final CallListener listener;
    private final Clock clock;
    private final Executor executor;
    private final ServiceLife life;
    private volatile Calls calls;
    private volatile SrsDialogs dialogs;

    public SipApplication(
            SipSettings settings,
            MediaRelay relay,
            CallListener listener,
            Clock clock,
            Executor executor,
            ServiceLife life) {
        this.settings = settings;
        this.relay = relay;
        this.listener = listener;
        this.clock = clock;
        this.executor = executor;
        this.life = life;
    }

    /** Takes calls from now on. */
    void start(SipContainer container) {
        Turns turns = new Turns(container.timers(), executor);
        calls = new Calls(new OutgoingInvites(container, settings.nextHop()), relay, listener, clock, turns);
        dialogs = new SipSrsDialogs(container, calls, settings.srcUri());
        life.started();
    }

    /** Ends all calls and recordings, as long as messages can still be sent. */
    void stop() {
        life.stopping();
        Turns.take(() -> calls.hangUp("The server is going down"));
        life.callsEnded();
    }

    Calls calls() {
        return calls;
    }

    /** How many calls live at this moment. */
    public int livingCalls() {
        return calls == null ? 0 : calls.count();
    }

    @Override
    public SrsDialog invite(CallId call, SrsUri target, Body body, Consumer<SrsSignal> signals) {
        return dialogs.invite(call, target, body, signals);
    }
}
