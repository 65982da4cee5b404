package org.siprecservlet.testkit.recorder;

import static org.siprecservlet.testkit.sip.Edit.header;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Inbox;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.Ladder;
import org.siprecservlet.testkit.sip.TimedOut;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.Transport;
import org.siprecservlet.testkit.sip.UserAgent;

/**
 * A recording server (SRS, RFC 7866) over UDP and TCP. It accepts what it is offered; each {@code will...} tells it
 * what to do with one further session, in the order of the calls, and {@link #always} with all for which nothing was
 * told. An INVITE without {@code Require: siprec} is refused (421).
 */
public final class Recorder implements AutoCloseable {

    private final UserAgent agent;
    private final String host;
    private final Queue<Behaviour> planned = new ConcurrentLinkedQueue<>();
    private final Inbox<RecordedSession> arrivals = new Inbox<>();
    private final List<RecordedSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<IncomingRequest>> byCallId = new ConcurrentHashMap<>();
    private final List<BegunSession> begun = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Recorder::daemon);
    private volatile Behaviour usual = Behaviour.accept();

    private Recorder(UserAgent agent, String host) {
        this.agent = agent.withContactParameters(";+sip.srs").handle(this::handle);
        this.host = host;
    }

    /** A recorder at 127.0.0.1 and a free port. */
    public static Recorder start(String name, Trace trace) {
        return start(name, "127.0.0.1", 0, trace);
    }

    /** A recorder at an address of choice, where its media ports are too; port 0 means a free one. */
    public static Recorder start(String name, String host, int port, Trace trace) {
        return new Recorder(UserAgent.start(name, host, port, trace), host);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "testkit-recorder");
        thread.setDaemon(true);
        return thread;
    }

    /** Where recording sessions are sent to: {@code sip:name@host:port}. */
    public String uri() {
        return agent.uri();
    }

    public String uri(Transport transport) {
        return transport == Transport.TCP ? uri() + ";transport=tcp" : uri();
    }

    /** The phone below, to disturb it: {@code recorder.agent().endpoint().dropConnections()}. */
    public UserAgent agent() {
        return agent;
    }

    /** Waits for the next recording session; it has been dealt with as planned when this returns. */
    public RecordedSession awaitSession() {
        return awaitSession(agent.patience());
    }

    public RecordedSession awaitSession(Duration patience) {
        return arrivals.take(s -> true, patience)
                .orElseThrow(() -> new TimedOut("no recording session came to " + uri() + " within "
                        + patience.toMillis() + " ms\n" + ladder()));
    }

    /** Whether no recording session comes for the given time. */
    public boolean staysQuiet(Duration time) {
        return !arrivals.holds(1, time);
    }

    /** Every session up to now, also those that were refused. */
    public List<RecordedSession> sessions() {
        return List.copyOf(sessions);
    }

    public Recorder always(Behaviour behaviour) {
        usual = behaviour;
        return this;
    }

    /** Plans the behaviour for one further session. */
    public Recorder will(Behaviour behaviour) {
        planned.add(behaviour);
        return this;
    }

    public Recorder willAccept() {
        return will(Behaviour.accept());
    }

    public Recorder willRefuse(int status, Edit... edits) {
        return will(Behaviour.refuse(status, edits));
    }

    public Recorder willRedirectTo(String uri) {
        return will(Behaviour.redirectTo(uri));
    }

    public Recorder willAcceptAfter(Duration delay) {
        return will(Behaviour.acceptAfter(delay));
    }

    public Recorder willStaySilent() {
        return will(Behaviour.staySilent());
    }

    public Recorder willOnlyRing() {
        return will(Behaviour.onlyProvisional(180));
    }

    public Recorder willOnlyTry() {
        return will(Behaviour.onlyProvisional(100));
    }

    public Recorder willAcceptWithoutSdp() {
        return will(Behaviour.acceptWithoutSdp());
    }

    public Recorder willAcceptWithBrokenSdp() {
        return will(Behaviour.acceptWithBrokenSdp());
    }

    public Recorder willAcceptWithLines(int count) {
        return will(Behaviour.acceptWithLines(count));
    }

    public Recorder willAcceptOnly(int... payloadTypes) {
        return will(Behaviour.acceptOnly(payloadTypes));
    }

    public Recorder willAcceptInactive() {
        return will(Behaviour.acceptInactive());
    }

    public Recorder willAcceptMultipart() {
        return will(Behaviour.acceptMultipart());
    }

    public Recorder willAcceptTwice() {
        return will(Behaviour.acceptTwice());
    }

    public Recorder willAcceptThenHangUp() {
        return will(Behaviour.acceptThenHangUp());
    }

    /** The first line is number 1. */
    public Recorder willRejectLine(int number) {
        return will(Behaviour.rejectLine(number));
    }

    public Recorder willRejectAllLines() {
        return will(Behaviour.rejectAllLines());
    }

    /** Calls a recording client, to have recorded what the URI says (RFC 7866 section 6.2). */
    public BegunSession begin(String uri, Edit... edits) {
        BegunSession session = new BegunSession(this, host, uri, edits);
        begun.add(session);
        byCallId.put(session.callId(), session::arrived);
        return session;
    }

    /** Closes the sockets and media ports; sessions are not ended. */
    @Override
    public void close() {
        timer.shutdownNow();
        agent.close();
        sessions.forEach(RecordedSession::close);
        begun.forEach(BegunSession::close);
    }

    void later(Duration delay, Runnable what) {
        timer.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs what waits where nothing else has to wait for it. */
    void aside(Runnable what) {
        daemon(what).start();
    }

    Ladder ladder() {
        return Ladder.of(agent.endpoint().trace()).last(20);
    }

    private boolean handle(IncomingRequest request) {
        if (request instanceof IncomingCall call && request.request().toTag().isEmpty()) {
            opened(call);
            return true;
        }
        Optional<Consumer<IncomingRequest>> session =
                Optional.ofNullable(byCallId.get(request.request().callId()));
        session.ifPresentOrElse(s -> s.accept(request), () -> request.respond(200));
        return true;
    }

    private void opened(IncomingCall call) {
        RecordedSession session = new RecordedSession(this, call, host);
        sessions.add(session);
        byCallId.put(call.request().callId(), session::arrived);
        behaviourFor(call).play(session);
        arrivals.put(session);
    }

    private Behaviour behaviourFor(IncomingCall call) {
        boolean siprec = call.request().values("Require").stream().anyMatch("siprec"::equalsIgnoreCase);
        if (!siprec) {
            return Behaviour.refuse(421, header("Require", "siprec"), Edit.reason("Extension Required"));
        }
        return Optional.ofNullable(planned.poll()).orElse(usual);
    }
}
