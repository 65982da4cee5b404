package org.siprecservlet.media.rtpproxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A model of RTPProxy in this process, made after the observations in the transcripts: it carries and copies real packets, and
 * has the real one's ways, such as that a second C for a direction is ignored, and that it sends to a new address at once.
 */
public final class ModelRtpProxy implements AutoCloseable {

    private static final int MAX_PACKET = 2048;

    private final Selector selector = Selector.open();
    private final DatagramChannel control = DatagramChannel.open();
    private final Set<String> features = new ConcurrentSkipListSet<>(Set.of("20071218", "20200226", "20260309"));
    private final List<ModelSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<String, String> replies = new HashMap<>();
    private volatile boolean deaf;
    private final Thread thread = new Thread(this::serve, "model-rtpproxy");

    public ModelRtpProxy() throws IOException {
        this(0);
    }

    /** One that takes commands at that UDP port. */
    public ModelRtpProxy(int port) throws IOException {
        control.bind(new InetSocketAddress("127.0.0.1", port));
        read(control, this::command);
        thread.setDaemon(true);
        thread.start();
    }

    /** What to do with a packet that has come. */
    @FunctionalInterface
    interface Receiver {
        void received(ByteBuffer content, InetSocketAddress from) throws IOException;
    }

    /** Where it is, as it is configured. */
    public String node() throws IOException {
        return "udp:127.0.0.1:" + ((InetSocketAddress) control.getLocalAddress()).getPort();
    }

    ModelRtpProxy without(String feature) {
        features.remove(feature);
        return this;
    }

    /** Whether commands get lost on their way here, as long as this is so. */
    public void beDeaf(boolean on) {
        deaf = on;
    }

    /** How many sessions there are, one for each line of a call, and one for each line that a second recorder gets. */
    public int sessions() {
        return sessions.size();
    }

    void read(DatagramChannel channel, Receiver receiver) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, receiver);
    }

    private void serve() {
        try {
            while (selector.select() >= 0 && control.isOpen()) {
                for (SelectionKey key : selector.selectedKeys()) {
                    receive(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(SelectionKey key) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_PACKET);
        while (key.isValid() && key.channel().isOpen()) {
            InetSocketAddress from = (InetSocketAddress) ((DatagramChannel) key.channel()).receive(buffer.clear());
            if (from == null) {
                return;
            }
            ((Receiver) key.attachment()).received(buffer.flip(), from);
        }
    }

    private void command(ByteBuffer datagram, InetSocketAddress from) throws IOException {
        if (deaf) {
            return;
        }
        String[] parts = StandardCharsets.US_ASCII.decode(datagram).toString().split(" ", 2);
        if (!replies.containsKey(parts[0])) {
            replies.put(parts[0], answer(parts[1]));
        }
        control.send(StandardCharsets.US_ASCII.encode(parts[0] + " " + replies.get(parts[0]) + "\n"), from);
    }

    private String answer(String command) throws IOException {
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "V" -> "20040107";
            case "VF" -> features.contains(words[1]) ? "1" : "0";
            case "U" -> command.contains(" && ") ? fork(command.split(" && ")) : update(words);
            case "L" -> lookup(words);
            case "C" -> copy(words);
            case "N" -> endCopy(words);
            case "Q" -> query(words);
            case "D" -> delete(words);
            default -> "E0";
        };
    }

    private String update(String[] words) throws IOException {
        ModelSession session = find(words[1], words[4], words.length > 5 ? words[5] : words[4]);
        if (session == null) {
            session = new ModelSession(this, words[1], words[4]);
            sessions.add(session);
        }
        return session.place(0, words[2], words[3]);
    }

    private String lookup(String[] words) throws IOException {
        ModelSession session = find(words[1], words[4], words[5]);
        return session == null ? "0" : session.place(session.side(words[4]) == 0 ? 1 : 0, words[2], words[3]);
    }

    private String copy(String[] words) throws IOException {
        ModelSession session = find(words[1], words[3], words[4]);
        return session == null ? "E50" : session.copy(session.side(words[3]), words[2]);
    }

    private String query(String[] words) {
        ModelSession session = find(words[1], words[2], words[3]);
        return session == null ? "E50" : session.counts();
    }

    private String endCopy(String[] words) throws IOException {
        ModelSession session = find(words[1], words[2], words[3]);
        return session != null && session.endCopy(session.side(words[2])) ? "0" : "E50";
    }

    private String fork(String[] commands) throws IOException {
        String[] words = commands[2].split(" ");
        ModelSession source = find(words[1], words[2], words[3]);
        String first = update(commands[0].split(" "));
        ModelSession fork = sessions.get(sessions.size() - 1);
        String[] other = commands[1].split(" ");
        String second = fork.place(1, other[1], other[2]);
        if (source == null) {
            return first + " && " + second + " && -1";
        }
        source.feed(fork);
        return first + " && " + second;
    }

    private String delete(String[] words) throws IOException {
        List<ModelSession> ended = sessions.stream()
                .filter(session -> session.isOf(words[1], words[2]))
                .toList();
        for (ModelSession session : ended) {
            session.close();
        }
        sessions.removeAll(ended);
        sessions.forEach(session -> ended.forEach(session::starve));
        return ended.isEmpty() ? "E50" : "0";
    }

    /** The other tag is not compared. */
    private ModelSession find(String callId, String oneTag, String otherTag) {
        return sessions.stream()
                .filter(session -> session.isOf(callId, oneTag) || session.isOf(callId, otherTag))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        control.close();
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (ModelSession session : sessions) {
            session.close();
        }
        selector.close();
    }
}
