package org.siprecservlet.media.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.siprecservlet.media.RelayException;

/**
 * All relays of a kind: asks them again and again whether they are there, and says which may get a new call. Never blocks; any
 * thread may call it.
 *
 * @param <P> what a new call is given to carry its media at
 */
public final class Nodes<P> {

    /** How long after an answer each is asked again. */
    public static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final List<RelayNode<P>> nodes;
    private final Alarm alarm;
    private final AtomicInteger turn = new AtomicInteger();
    private final CompletionStage<Void> firstCheck;
    private volatile boolean closed;
    private volatile Runnable callOff = () -> {};

    /** Begins to ask them. */
    public Nodes(List<? extends RelayNode<P>> nodes, Alarm alarm) {
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

    /** What a new call may be given, that of the node whose turn it is first; or the reason why there is nothing. */
    public CompletionStage<List<P>> forNewCall() {
        return firstCheck.thenCompose(checked -> {
            List<P> usable = usable();
            if (usable.isEmpty()) {
                return CompletableFuture.failedStage(new RelayException(RelayException.Kind.BROKEN, troubles()));
            }
            Collections.rotate(usable, -(turn.getAndIncrement() & Integer.MAX_VALUE) % usable.size());
            return CompletableFuture.completedStage(usable);
        });
    }

    private List<P> usable() {
        return nodes.stream().flatMap(node -> node.place().stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    private String troubles() {
        return nodes.stream().map(RelayNode::trouble).distinct().collect(Collectors.joining(" "));
    }

    /** How many may get a new call at this moment. */
    public int up() {
        return usable().size();
    }

    /** Asks no more, and ends the ways to them. */
    public void close() {
        closed = true;
        callOff.run();
        nodes.forEach(RelayNode::close);
    }
}
