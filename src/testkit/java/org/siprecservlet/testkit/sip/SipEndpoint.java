package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An address at which SIP is spoken, over UDP and TCP on one port: sockets, transactions, retransmissions, trace.
 * A {@link UserAgent} sits on top. The methods here are for tests that look below it or want to disturb it.
 */
public final class SipEndpoint implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SipEndpoint.class.getName());

    private final String name;
    private final Wire wire;
    private final Trace trace;
    private final ScheduledThreadPoolExecutor timer;
    private final Map<String, ClientTransaction> clients = new ConcurrentHashMap<>();
    private final Map<String, ServerTransaction> servers = new ConcurrentHashMap<>();
    private final Map<String, ServerTransaction> invites = new ConcurrentHashMap<>();
    private volatile Consumer<ServerTransaction> requests = t -> {};
    private volatile Predicate<SipMessage> ignored = m -> false;
    private volatile boolean retransmits = true;

    private SipEndpoint(String name, Wire wire, Trace trace) {
        this.name = name;
        this.wire = wire;
        this.trace = trace;
        this.timer = new ScheduledThreadPoolExecutor(1, r -> daemon(r, name));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Opens UDP and TCP on the address; with port 0 on a port that is free for both. */
    public static SipEndpoint bind(String name, String host, int port, Trace trace) {
        try {
            SipEndpoint endpoint = new SipEndpoint(name, Wire.bind(InetAddress.getByName(host), port), trace);
            trace.endpoint(name, endpoint.address());
            endpoint.wire.start(name, endpoint::received);
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + host + ":" + port + " for " + name, e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "testkit-" + name + "-timer");
        thread.setDaemon(true);
        return thread;
    }

    public String name() {
        return name;
    }

    public InetSocketAddress address() {
        return wire.address();
    }

    public Trace trace() {
        return trace;
    }

    /** From now on, messages that match are not even looked at (they are in the trace): loss, or a dead peer. */
    public void ignoreIncoming(Predicate<SipMessage> which) {
        ignored = which;
    }

    /** Whether requests and responses are sent again when nothing comes back; true at first. */
    public void retransmit(boolean wanted) {
        retransmits = wanted;
    }

    /** Takes no TCP connections any more: from now on a UDP-only peer. */
    public void refuseTcp() {
        wire.refuseTcp();
    }

    /** Breaks all TCP connections. */
    public void dropConnections() {
        wire.closeConnections();
    }

    /** Sends any text, also one that is no SIP message. */
    public void sendRaw(String text, Hop hop) {
        try {
            Flow flow = wire.flow(hop);
            sendBytes(text.getBytes(UTF_8), flow);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send to " + hop, e);
        }
    }

    /** What came and went at this endpoint. */
    public List<Trace.Entry> messages() {
        return trace.entriesOf(address());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        wire.close();
    }

    void onRequest(Consumer<ServerTransaction> receiver) {
        requests = receiver;
    }

    boolean retransmits() {
        return retransmits;
    }

    Retransmission repeat(Duration longest, Runnable send) {
        return Retransmission.start(timer, longest, send);
    }

    void start(SipMessage request, Hop hop, Consumer<SipMessage> receiver) {
        ClientTransaction transaction = new ClientTransaction(this, request, hop, receiver);
        clients.put(ClientTransaction.key(request), transaction);
        transaction.start();
    }

    void send(SipMessage message, Hop hop) throws IOException {
        send(message, wire.flow(hop));
    }

    void send(SipMessage message, Flow flow) throws IOException {
        sendBytes(message.toBytes(), flow);
    }

    void trySend(SipMessage message, Hop hop) {
        try {
            send(message, hop);
        } catch (IOException e) {
            // A repetition that cannot be sent is like one that is lost.
        }
    }

    private void sendBytes(byte[] raw, Flow flow) throws IOException {
        trace.alias(flow.local(), address());
        trace.sent(flow.transport(), flow.local(), flow.remote(), raw);
        flow.send(raw);
    }

    private void received(byte[] raw, Flow flow) {
        Optional<SipMessage> message = parsed(raw);
        if (message.isEmpty() && new String(raw, UTF_8).isBlank()) {
            return;
        }
        message.filter(SipMessage::isRequest)
                .filter(m -> flow.transport() == Transport.TCP)
                .flatMap(SipMessage::via)
                .ifPresent(via -> trace.alias(flow.remote(), via.address()));
        trace.alias(flow.local(), address());
        trace.received(flow.transport(), flow.remote(), flow.local(), raw);
        message.filter(m -> !ignored.test(m)).ifPresent(m -> tryDispatch(m, flow));
    }

    /** A message that nobody can make sense of must not end the thread that reads. */
    private void tryDispatch(SipMessage message, Flow flow) {
        try {
            dispatch(message, flow);
        } catch (RuntimeException e) {
            System.Logger.Level level = timer.isShutdown() ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
            LOG.log(level, name + " could not deal with " + message.startLine(), e);
        }
    }

    private static Optional<SipMessage> parsed(byte[] raw) {
        try {
            return Optional.of(SipMessage.parse(raw));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void dispatch(SipMessage message, Flow flow) {
        if (!message.isRequest()) {
            Optional.ofNullable(clients.get(ClientTransaction.key(message))).ifPresent(t -> t.received(message));
        } else if (message.method().equals("ACK")) {
            inviteOf(message).ifPresent(t -> t.acknowledged(message));
        } else {
            request(message, flow);
        }
    }

    private void request(SipMessage request, Flow flow) {
        ServerTransaction fresh = new ServerTransaction(this, request, flow);
        ServerTransaction known = servers.putIfAbsent(ServerTransaction.key(request), fresh);
        if (known == null) {
            if (request.method().equals("INVITE")) {
                invites.put(inviteKey(request), fresh);
            }
            requests.accept(fresh);
        } else {
            known.repeated();
        }
    }

    /** The INVITE that an ACK or a CANCEL is about. */
    Optional<ServerTransaction> inviteOf(SipMessage request) {
        ServerTransaction sameBranch = servers.get(ServerTransaction.keyFor(request, "INVITE"));
        return Optional.ofNullable(sameBranch).or(() -> Optional.ofNullable(invites.get(inviteKey(request))));
    }

    /** What an ACK for a 2xx, which has a branch of its own, shares with its INVITE. */
    private static String inviteKey(SipMessage request) {
        return request.callId() + " " + request.fromTag() + " " + request.cseqNumber();
    }
}
