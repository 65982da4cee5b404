package org.siprecservlet.sip;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallListener;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.sdp.RecordPreference;

/** The B2BUA: takes first INVITEs, knows the calls that live, and tells the listener what becomes of them. */
public final class Calls implements CallOutcome {

    private static final System.Logger LOG = System.getLogger(Calls.class.getName());

    /** A living call, its first INVITE, and what that told. */
    private record Entry(B2bCall call, RelayCall atRelay, SipServletRequest invite, IncomingCall facts) {}

    private final OutgoingInvites invites;
    private final MediaRelay relay;
    private final CallListener listener;
    private final CallTimers timers;
    private final Clock clock;
    private final Turns turns;
    private final AtomicLong serial = new AtomicLong();
    private final Map<CallId, Entry> living = new ConcurrentHashMap<>();

    Calls(
            OutgoingInvites invites,
            MediaRelay relay,
            CallListener listener,
            CallTimers timers,
            Clock clock,
            Turns turns) {
        this.invites = invites;
        this.relay = relay;
        this.listener = listener;
        this.timers = timers;
        this.clock = clock;
        this.turns = turns;
    }

    /** Takes a caller's first INVITE, and either passes it on or says why not. */
    void invite(SipServletRequest request) {
        try {
            InviteCheck.check(request);
            invites.check(request);
            begin(request);
        } catch (CallRefused refused) {
            Messages.refuse(request, refused);
        }
    }

    /** How many calls live at this moment, answered or not. */
    int count() {
        return living.size();
    }

    /** Ends all calls. The stage ends when everything has been sent. */
    CompletionStage<Void> hangUp(String why) {
        return CompletableFuture.allOf(living.values().stream()
                .map(Entry::call)
                .map(call -> call.lane().run(() -> call.hangUp(why)).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /** The caller's INVITE of a living call. */
    Optional<SipServletRequest> inboundInvite(CallId call) {
        return Optional.ofNullable(living.get(call)).map(Entry::invite);
    }

    /** Something of a call is recorded otherwise than before. */
    void indicate(CallId call, Supplier<RecordingIndication> now) {
        Optional.ofNullable(living.get(call)).ifPresent(entry -> entry.call().indicate(now));
    }

    @Override
    public void answered(B2bCall call, SipSession callee, String sessionId) {
        Entry entry = living.get(call.id());
        if (entry != null) {
            tell(call.id(), () -> listener.answered(facts(entry, callee, sessionId)));
        }
    }

    @Override
    public void changed(B2bCall call) {
        tell(call.id(), () -> listener.changed(call.id()));
    }

    @Override
    public void preferred(B2bCall call, RecordPreference wish) {
        tell(call.id(), () -> listener.preferred(call.id(), wish));
    }

    @Override
    public void ended(B2bCall call) {
        living.computeIfPresent(call.id(), (id, entry) -> {
            // Before the next call with this Call-ID can arrive.
            tell(id, () -> listener.ended(id));
            return null;
        });
    }

    private void begin(SipServletRequest request) throws CallRefused {
        CallId id = new CallId(request.getCallId());
        RelayCall atRelay = new RelayCall(id + "#" + serial.incrementAndGet());
        Lane lane = new Lane(turns.of(request.getApplicationSession()), id.value());
        B2bCall call = new B2bCall(id, lane, parties -> new MediaPath(relay, atRelay, parties), this, invites, timers);
        Entry entry = new Entry(call, atRelay, request, CallFacts.incoming(request, clock.instant()));
        if (living.putIfAbsent(id, entry) != null) {
            throw new CallRefused(482, "A call with this Call-ID is already being carried");
        }
        tell(id, () -> listener.arrived(entry.facts()));
        call.handleRequestsOf(SipContainer.withoutExpiry(request.getApplicationSession()));
        call.begin(request);
    }

    private AnsweredCall facts(Entry entry, SipSession callee, String sessionId) {
        return CallFacts.answered(entry.facts(), entry.atRelay(), callee.getCallId(), sessionId, clock.instant());
    }

    /** A listener's fault is its own: the call goes on. */
    private static void tell(CallId call, Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Call " + call + ": a listener failed", e);
        }
    }
}
