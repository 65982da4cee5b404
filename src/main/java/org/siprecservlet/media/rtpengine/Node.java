package org.siprecservlet.media.rtpengine;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.control.RelayNode;
import org.siprecservlet.sdp.SessionDescription;

/** One RTPengine: speaks to it, and knows whether it is there. Any thread may call it. */
final class Node implements RelayNode<Node> {

    private static final System.Logger LOG = System.getLogger(Node.class.getName());

    private final String name;
    private final int weight;
    private final Control control;
    /** Empty while it can be used. */
    private volatile String trouble = "it has not been asked yet";

    Node(NodeAddress address, Control control) {
        this.name = address.host();
        this.weight = address.weight();
        this.control = control;
    }

    String name() {
        return name;
    }

    @Override
    public Optional<Node> place() {
        return trouble.isEmpty() ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public int weight() {
        return weight;
    }

    /** Sends a command that has to succeed. */
    CompletionStage<NgReply> run(NgCommand command) {
        return ask(command)
                .thenCompose(reply -> reply.isOk()
                        ? CompletableFuture.completedStage(reply)
                        : CompletableFuture.failedStage(Refusal.of(name, command, reply)));
    }

    /** Sends a command that is answered with a description of at least as many lines. */
    CompletionStage<SessionDescription> describe(NgCommand command, int lines) {
        return run(command).thenCompose(reply -> reply.sdp()
                .filter(sdp -> sdp.media().size() >= lines)
                .<CompletionStage<SessionDescription>>map(CompletableFuture::completedStage)
                .orElseGet(() -> CompletableFuture.failedStage(Refusal.withoutSdp(name, command))));
    }

    /** Sends a command that ends something, which may be gone already. */
    CompletionStage<Void> end(NgCommand command) {
        return ask(command).thenCompose(reply -> {
            RelayException refusal = Refusal.of(name, command, reply);
            return reply.isOk() || refusal.kind() == RelayException.Kind.UNKNOWN_CALL
                    ? InTurn.DONE
                    : CompletableFuture.failedStage(refusal);
        });
    }

    private CompletionStage<NgReply> ask(NgCommand command) {
        return control.send(command.text())
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        unusable(failure);
                    }
                })
                .thenApply(command::reply);
    }

    @Override
    public CompletionStage<Void> check() {
        return run(NgCommand.ping()).handle((pong, failure) -> {
            if (failure == null) {
                usable();
            } else {
                unusable(failure);
            }
            return null;
        });
    }

    private synchronized void usable() {
        if (!trouble.isEmpty()) {
            LOG.log(Level.INFO, "RTPengine at {0} takes calls.", name);
        }
        trouble = "";
    }

    private synchronized void unusable(Throwable failure) {
        String why = RelayException.messageOf(failure);
        if (!why.equals(trouble)) {
            LOG.log(Level.WARNING, "{0} It gets no new calls until it is back.", why);
        }
        trouble = why;
    }

    @Override
    public void close() {
        control.close();
    }
}
