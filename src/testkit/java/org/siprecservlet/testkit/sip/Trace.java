package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every message that the endpoints of one test have sent and received, in order. Endpoints that share a trace appear
 * in one ladder; a message between two of them is kept once, as sent. Safe for any number of threads.
 */
public final class Trace {

    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final Map<InetSocketAddress, InetSocketAddress> aliases = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, String> names = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, String> traced = new ConcurrentHashMap<>();

    public Trace() {
        this(InstantSource.system());
    }

    public Trace(InstantSource clock) {
        this.clock = clock;
    }

    /** One message on the wire; both ends are addresses at which the parties listen, as far as that is known. */
    public record Entry(
            Instant at, Transport transport, InetSocketAddress from, InetSocketAddress to, byte[] raw, boolean again) {

        /** The message; empty when the bytes are none. */
        public Optional<SipMessage> message() {
            try {
                return Optional.of(SipMessage.parse(raw));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Gives a party that has no endpoint here (the server under test) a name for the ladder. */
    public Trace name(String name, InetSocketAddress address) {
        names.put(plain(address), name);
        return this;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The messages that were sent or received by the endpoint that listens at the address. */
    public List<Entry> entriesOf(InetSocketAddress address) {
        InetSocketAddress party = plain(address);
        return entries().stream()
                .filter(e -> e.from().equals(party) || e.to().equals(party))
                .toList();
    }

    /** The name of the party, or its address as text. */
    public String nameOf(InetSocketAddress address) {
        return Optional.ofNullable(names.get(address)).orElseGet(() -> Hop.text(address));
    }

    synchronized int size() {
        return entries.size();
    }

    void endpoint(String name, InetSocketAddress address) {
        traced.put(plain(address), name);
        name(name, address);
    }

    /** Says that what comes from a passing port (of a TCP connection) belongs to whom listens at another. */
    void alias(InetSocketAddress passing, InetSocketAddress listening) {
        aliases.putIfAbsent(plain(passing), plain(listening));
    }

    void sent(Transport transport, InetSocketAddress from, InetSocketAddress to, byte[] raw) {
        add(transport, listening(from), listening(to), raw);
    }

    void received(Transport transport, InetSocketAddress from, InetSocketAddress to, byte[] raw) {
        InetSocketAddress sender = listening(from);
        if (!traced.containsKey(sender)) {
            add(transport, sender, listening(to), raw);
        }
    }

    private synchronized void add(Transport transport, InetSocketAddress from, InetSocketAddress to, byte[] raw) {
        boolean again = !seen.add(List.of(from, to, ByteBuffer.wrap(raw)));
        entries.add(new Entry(clock.instant(), transport, from, to, raw, again));
    }

    private InetSocketAddress listening(InetSocketAddress address) {
        InetSocketAddress plain = plain(address);
        return aliases.getOrDefault(plain, plain);
    }

    private static InetSocketAddress plain(InetSocketAddress address) {
        return address.isUnresolved() && address.getHostString().matches("[\\d.]+|.*:.*")
                ? new InetSocketAddress(address.getHostString(), address.getPort())
                : address;
    }
}
