package org.siprecservlet.sip;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallListener;
import org.siprecservlet.call.Identity;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.metadata.SipSessionId;

/** The B2BUA: takes first INVITEs, knows the calls that live, and tells the listener what becomes of them. */
public final class Calls implements CallOutcome {

    private static final System.Logger LOG = System.getLogger(Calls.class.getName());

    /** A living call: its first INVITE, and when it came. */
    private record Entry(B2bCall call, RelayCall atRelay, SipServletRequest invite, Instant startedAt) {}

    private final OutgoingInvites invites;
    private final MediaRelay relay;
    private final CallListener listener;
    private final RingTimer ringTimer;
    private final Clock clock;
    private final Turns turns;
    private final AtomicLong serial = new AtomicLong();
    private final Map<CallId, Entry> living = new ConcurrentHashMap<>();

    Calls(
            OutgoingInvites invites,
            MediaRelay relay,
            CallListener listener,
            RingTimer ringTimer,
            Clock clock,
            Turns turns) {
        this.invites = invites;
        this.relay = relay;
        this.listener = listener;
        this.ringTimer = ringTimer;
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

    @Override
    public void answered(B2bCall call, SipSession callee, String sessionId) {
        Entry entry = living.get(call.id());
        if (entry != null) {
            tell(call, () -> listener.answered(facts(entry, callee, sessionId)));
        }
    }

    @Override
    public void ended(B2bCall call, boolean wasEstablished) {
        living.remove(call.id());
        if (wasEstablished) {
            tell(call, () -> listener.ended(call.id()));
        }
    }

    private void begin(SipServletRequest request) throws CallRefused {
        CallId id = new CallId(request.getCallId());
        RelayCall atRelay = new RelayCall(id + "#" + serial.incrementAndGet());
        Lane lane = new Lane(turns.of(request.getApplicationSession()), id.value());
        B2bCall call = new B2bCall(id, lane, new MediaPath(relay, atRelay), this, invites, ringTimer);
        if (living.putIfAbsent(id, new Entry(call, atRelay, request, clock.instant())) != null) {
            throw new CallRefused(482, "A call with this Call-ID is already being carried");
        }
        call.handleRequestsOf(SipContainer.withoutExpiry(request.getApplicationSession()));
        call.begin(request);
    }

    private AnsweredCall facts(Entry entry, SipSession callee, String sessionId) {
        SipServletRequest invite = entry.invite();
        return new AnsweredCall(
                entry.call().id(),
                entry.atRelay().value(),
                callee.getCallId(),
                identity(invite.getFrom()),
                identity(invite.getTo()),
                sessionIds(invite.getHeader("Session-ID"), sessionId),
                entry.startedAt(),
                clock.instant());
    }

    /** The one Session-ID of a call that passes through: what each side calls its end (RFC 7989 section 5). */
    private static List<String> sessionIds(String callers, String callees) {
        Optional<SipSessionId> caller = Optional.ofNullable(callers).flatMap(SipSessionId::parse);
        Optional<SipSessionId> callee = Optional.ofNullable(callees).flatMap(SipSessionId::parse);
        return caller.flatMap(one -> callee.map(other -> new SipSessionId(one.local(), other.local())))
                .or(() -> caller)
                .or(() -> callee)
                .map(id -> List.of(id.toString()))
                .orElse(List.of());
    }

    private static Identity identity(Address address) {
        String name = address.getDisplayName();
        return new Identity(address.getURI().toString(), name == null ? "" : name);
    }

    /** A listener's fault is its own: the call goes on. */
    private static void tell(B2bCall call, Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Call " + call.id() + ": a listener failed", e);
        }
    }
}
