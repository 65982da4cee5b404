package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A scripted phone. Sending returns at once; waiting blocks until the thing is there or throws {@link TimedOut} with
 * a ladder of what came instead.
 *
 * <pre>{@code
 * ClientCall call = alice.invite("sip:bob@127.0.0.1:5060", offer);
 * IncomingCall in = bob.awaitCall();
 * in.ring();
 * in.answer(answer);
 * call.awaitResponse(200);
 * call.ack();
 * call.dialog().bye();
 * in.dialog().awaitBye();
 * }</pre>
 */
public final class UserAgent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UserAgent.class.getName());
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, INFO, OPTIONS";
    private static final int SHOWN = 20;

    private final SipEndpoint endpoint;
    private final String nonce = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger ids = new AtomicInteger();
    private final Dialogs dialogs = new Dialogs(this);
    private final Map<ServerTransaction, IncomingCall> calls = new ConcurrentHashMap<>();
    private final Inbox<IncomingRequest> inbox = new Inbox<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(UserAgent::daemon);
    private volatile RequestHandler handler = r -> false;
    private volatile Transport transport = Transport.UDP;
    private volatile Duration patience = Duration.ofSeconds(5);
    private volatile Optional<InetSocketAddress> proxy = Optional.empty();
    private volatile String contactParameters = "";
    private volatile boolean answersCancel = true;

    public UserAgent(SipEndpoint endpoint) {
        this.endpoint = endpoint;
        endpoint.onRequest(this::arrived);
    }

    /** A phone at 127.0.0.1 and a free port. */
    public static UserAgent start(String name, Trace trace) {
        return new UserAgent(SipEndpoint.bind(name, "127.0.0.1", 0, trace));
    }

    /** A phone at an address of choice; port 0 means a free one. */
    public static UserAgent start(String name, String host, int port, Trace trace) {
        return new UserAgent(SipEndpoint.bind(name, host, port, trace));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "testkit-agent");
        thread.setDaemon(true);
        return thread;
    }

    /** Over what requests go whose URI does not say it; UDP at first. */
    public UserAgent over(Transport preferred) {
        transport = preferred;
        return this;
    }

    /** Sends requests that begin something to this address, whatever their URI, without a Route header. */
    public UserAgent through(String host, int port) {
        proxy = Optional.of(new InetSocketAddress(host, port));
        return this;
    }

    /** How long the waits wait; 5 s at first. */
    public UserAgent withPatience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Parameters for the Contact header, such as {@code ;+sip.srs}. */
    public UserAgent withContactParameters(String parameters) {
        contactParameters = parameters;
        return this;
    }

    /** Leaves CANCEL to the test: neither it nor its INVITE is answered by itself. */
    public UserAgent leaveCancelUnanswered() {
        answersCancel = false;
        return this;
    }

    /** Lets a handler see each request but ACK and CANCEL before those who wait. */
    public UserAgent handle(RequestHandler automatic) {
        handler = automatic;
        return this;
    }

    public SipEndpoint endpoint() {
        return endpoint;
    }

    /** The address of record and of contact alike. */
    public String uri() {
        return "sip:" + endpoint.name() + "@" + Hop.text(endpoint.address());
    }

    public String contact(Transport over) {
        return "<" + uri() + (over == Transport.TCP ? ";transport=tcp" : "") + ">" + contactParameters;
    }

    public Duration patience() {
        return patience;
    }

    public ClientCall invite(String uri, String sdp, Edit... edits) {
        return invite(uri, Edit.sdp(sdp).then(edits));
    }

    /** Sends an INVITE, without an offer if no edit adds one. */
    public ClientCall invite(String uri, Edit... edits) {
        ClientCall call = new ClientCall(this, opening("INVITE", uri, edits));
        call.send();
        return call;
    }

    /** Sends any request outside a dialog. */
    public PendingRequest request(String method, String uri, Edit... edits) {
        PendingRequest pending = new PendingRequest(this, opening(method, uri, edits));
        pending.send();
        return pending;
    }

    public IncomingCall awaitCall() {
        return awaitCall(patience);
    }

    public IncomingCall awaitCall(Duration longest) {
        return (IncomingCall) awaitRequest("INVITE", longest);
    }

    /** Waits for a request outside a dialog. */
    public IncomingRequest awaitRequest(String method) {
        return awaitRequest(method, patience);
    }

    public IncomingRequest awaitRequest(String method, Duration longest) {
        return await(inbox, r -> r.method().equals(method), method, longest);
    }

    /** Whether no request outside a dialog comes for the given time. */
    public boolean staysQuiet(Duration time) {
        return !inbox.holds(1, time);
    }

    /** Closes the sockets; dialogs are not ended. */
    @Override
    public void close() {
        worker.shutdownNow();
        endpoint.close();
    }

    <T> T await(Inbox<T> from, Predicate<? super T> wanted, String what, Duration longest) {
        int before = endpoint.trace().size();
        return from.take(wanted, longest)
                .orElseThrow(() -> timedOut(what + " did not come within " + longest.toMillis() + " ms; "
                        + (endpoint.trace().size() - before) + " messages came or went meanwhile"));
    }

    TimedOut timedOut(String what) {
        return new TimedOut(endpoint.name() + ": " + what + "\n"
                + Ladder.of(endpoint.trace()).last(SHOWN));
    }

    String newId(String kind) {
        return endpoint.name() + "-" + kind + "-" + ids.incrementAndGet() + "-" + nonce;
    }

    private SipMessage opening(String method, String uri, Edit... edits) {
        SipMessage message = SipMessage.request(method, uri)
                .with("Max-Forwards", "70")
                .with("From", "<" + uri() + ">;tag=" + newId("tag"))
                .with("To", "<" + uri + ">")
                .with("Call-ID", newId("call"))
                .with("CSeq", "1 " + method);
        return completed(message, edits);
    }

    /** Adds Contact and Allow where they belong, the edits, and a Via if no edit made one. */
    SipMessage completed(SipMessage message, Edit... edits) {
        boolean target = message.method().equals("INVITE") || message.method().equals("UPDATE");
        SipMessage bare = target
                ? message.with("Contact", contact(hopOf(message).transport())).with("Allow", ALLOW)
                : message;
        SipMessage edited = Edit.all(bare, edits);
        String via = "SIP/2.0/" + hopOf(edited).transport() + " " + Hop.text(endpoint.address())
                + ";rport;branch=z9hG4bK-" + newId("branch");
        return edited.header("Via").isPresent() ? edited : edited.withFirst("Via", via);
    }

    /** Where a request goes: its first Route, or the proxy if it begins something, or its URI. */
    Hop hopOf(SipMessage request) {
        Optional<String> route = request.values("Route").stream().findFirst();
        Hop byUri = SipUri.parse(route.map(r -> NameAddress.parse(r).uri()).orElseGet(request::requestUri))
                .hop(transport);
        boolean opens = request.toTag().isEmpty() && route.isEmpty();
        return opens && proxy.isPresent() ? new Hop(byUri.transport(), proxy.get()) : byUri;
    }

    Dialogs dialogs() {
        return dialogs;
    }

    private void arrived(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        if (request.method().equals("CANCEL")) {
            cancelled(transaction);
            return;
        }
        IncomingRequest incoming = request.method().equals("INVITE")
                ? new IncomingCall(this, transaction)
                : new IncomingRequest(this, transaction);
        if (incoming instanceof IncomingCall call) {
            calls.put(transaction, call);
        }
        Optional<Dialog> dialog = incoming.inDialog();
        if (dialog.isEmpty() && !request.toTag().isEmpty()) {
            incoming.respond(481);
            return;
        }
        dialog.ifPresent(d -> d.arrived(incoming));
        if (!worker.isShutdown()) {
            worker.execute(() -> deliver(incoming, dialog));
        }
    }

    private void deliver(IncomingRequest request, Optional<Dialog> dialog) {
        boolean handled = true;
        try {
            handled = handler.handle(request);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the handler failed for " + request.request().startLine(),
                    e);
        }
        if (!handled) {
            dialog.ifPresentOrElse(d -> d.put(request), () -> inbox.put(request));
        }
    }

    private void cancelled(ServerTransaction transaction) {
        IncomingRequest cancel = new IncomingRequest(this, transaction);
        Optional<IncomingCall> call = endpoint.inviteOf(transaction.request()).map(calls::get);
        call.ifPresentOrElse(c -> c.cancelled(cancel, answersCancel), () -> cancel.respond(481));
    }
}
