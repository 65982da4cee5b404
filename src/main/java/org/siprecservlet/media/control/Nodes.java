package org.siprecservlet.media.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    private final Turns<RelayNode<P>> turns = new Turns<>();
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
            List<RelayNode<P>> usable = usable();
            List<P> places = usable.isEmpty() ? List.of() : places(turns.next(usable));
            return places.isEmpty()
                    ? CompletableFuture.failedStage(new RelayException(RelayException.Kind.BROKEN, troubles()))
                    : CompletableFuture.completedStage(places);
        });
    }

    private List<RelayNode<P>> usable() {
        return nodes.stream().filter(node -> node.place().isPresent()).toList();
    }

    /** One that has just gone has none any more. */
    private static <P> List<P> places(List<RelayNode<P>> nodes) {
        return nodes.stream().flatMap(node -> node.place().stream()).toList();
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
