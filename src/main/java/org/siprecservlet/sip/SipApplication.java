package org.siprecservlet.sip;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallListener;
import org.siprecservlet.call.RecordedParties;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.SessionDetails;
import org.siprecservlet.recording.SrsDialog;
import org.siprecservlet.recording.SrsDialogs;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.recording.Timers;

/** The SIP side as a whole: built before the container is ready, started by the servlet when it is. */
public final class SipApplication implements SrsDialogs, RecordedParties {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final SipSettings settings;
    private final MediaRelay relay;
    private final CallListener listener;
    private final Timers timers;
    private final Clock clock;
    private final RandomGenerator random;
    private final SipThreads threads;
    private final ServiceLife life;
    private final SrsArrivals arrivals;
    private volatile Calls calls;
    private volatile SrsDialogs dialogs;

    public SipApplication(
            SipSettings settings,
            MediaRelay relay,
            CallListener listener,
            Timers timers,
            Clock clock,
            RandomGenerator random,
            SipThreads threads,
            ServiceLife life,
            ArrivalTerms arrivalTerms,
            RecordingService recordings) {
        this.settings = settings;
        this.relay = relay;
        this.listener = listener;
        this.timers = timers;
        this.clock = clock;
        this.random = random;
        this.threads = threads;
        this.life = life;
        this.arrivals = new SrsArrivals(arrivalTerms, recordings);
    }

    /** Takes calls from now on. */
    void start(SipContainer container) {
        Transports transports = new Transports(settings.tls());
        calls = new Calls(
                new OutgoingInvites(container, transports, sending(), settings.nextHop()),
                relay,
                listener,
                new CallTimers(timers, settings.ringTimeout(), random),
                clock,
                new Turns(container.timers(), threads.work()));
        dialogs = new SipSrsDialogs(container, transports, calls, settings.srcUri(), sending());
        life.started(calls::count);
    }

    private FirstSending sending() {
        return new FirstSending(threads.sending(), new RefusedConnection());
    }

    /** Ends all calls and recordings, as long as messages can still be sent. */
    void stop() {
        life.stopping();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Turns.take(() -> calls.hangUp("The server is going down").whenComplete((all, fault) -> ended.complete(null)));
        ended.completeOnTimeout(null, LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        life.callsEnded();
    }

    /** Takes a first INVITE: that of a recorder who begins a recording session, or else that of a caller. */
    void invite(SipServletRequest invite) {
        if (arrivals.take(invite)) {
            arrivals.invite(invite);
        } else {
            calls.invite(invite);
        }
    }

    @Override
    public SrsDialog invite(
            CallId call, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals) {
        return dialogs.invite(call, target, details, body, signals);
    }

    @Override
    public void tell(CallId call, Supplier<RecordingIndication> now) {
        calls.indicate(call, now);
    }
}
