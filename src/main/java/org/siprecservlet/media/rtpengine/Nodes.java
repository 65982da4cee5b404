package org.siprecservlet.media.rtpengine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Alarm;

/** All the RTPengines: asks them again and again whether they are there, and says which may get a new call. */
final class Nodes {

    static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final List<Node> nodes;
    private final Alarm alarm;
    private final AtomicInteger turn = new AtomicInteger();
    private final CompletionStage<Void> firstCheck;
    private volatile boolean closed;
    private volatile Runnable callOff = () -> {};

    /** Begins to ask them. */
    Nodes(List<Node> nodes, Alarm alarm) {
        this.nodes = List.copyOf(nodes);
        this.alarm = alarm;
        this.firstCheck = check();
    }

    private CompletionStage<Void> check() {
        CompletionStage<Void> checked = CompletableFuture.allOf(
                nodes.stream().map(node -> node.check().toCompletableFuture()).toArray(CompletableFuture<?>[]::new));
        checked.thenRun(this::checkLater);
        return checked;
    }

    private void checkLater() {
        if (!closed) {
            callOff = alarm.after(BETWEEN_CHECKS, this::check);
        }
    }

    /** Those that may get a new call, the one whose turn it is first; or the reason why there is none. */
    CompletionStage<List<Node>> forNewCall() {
        return firstCheck.thenCompose(checked -> {
            List<Node> usable = nodes.stream().filter(Node::isUp).collect(Collectors.toCollection(ArrayList::new));
            if (usable.isEmpty()) {
                return CompletableFuture.failedStage(new RelayException(RelayException.Kind.BROKEN, troubles()));
            }
            Collections.rotate(usable, -(turn.getAndIncrement() & Integer.MAX_VALUE) % usable.size());
            return CompletableFuture.completedStage(usable);
        });
    }

    private String troubles() {
        return nodes.stream().map(Node::trouble).distinct().collect(Collectors.joining(" "));
    }

    /** How many may get a new call at this moment. */
    int up() {
        return (int) nodes.stream().filter(Node::isUp).count();
    }

    void close() {
        closed = true;
        callOff.run();
        nodes.forEach(Node::close);
    }
}
