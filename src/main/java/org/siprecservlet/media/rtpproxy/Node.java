package org.siprecservlet.media.rtpproxy;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.control.RelayNode;

/** One RTPProxy: speaks to it, and knows whether it is there and what it can do. Any thread may call it. */
final class Node implements RelayNode<Place> {

    private static final System.Logger LOG = System.getLogger(Node.class.getName());

    private final String name;
    private final Control control;
    /** Null while it can not be used, or is not known to. */
    private volatile Abilities abilities;

    private volatile String trouble = "it has not been asked yet";

    /** @param name as it is configured */
    Node(String name, Control control) {
        this.name = name;
        this.control = control;
    }

    String name() {
        return name;
    }

    @Override
    public Optional<Place> place() {
        return Optional.ofNullable(abilities).map(able -> new Place(this, able));
    }

    @Override
    public String trouble() {
        return trouble;
    }

    /** Sends a command that has no result. */
    CompletionStage<Void> run(Command command) {
        return ask(command).thenCompose(reply -> reply.isDone() ? InTurn.DONE : refused(command, reply));
    }

    /** Sends a command that ends something, which may be gone already. */
    CompletionStage<Void> end(Command command) {
        return ask(command)
                .thenCompose(reply -> reply.isDone() || isUnknown(reply) ? InTurn.DONE : refused(command, reply));
    }

    /** Sends a command that opens or finds as many ports. */
    CompletionStage<List<Reply.Port>> ports(Command command, int count) {
        return ask(command).thenCompose(reply -> {
            List<Reply.Port> ports = reply.ports();
            if (reply.isDone()) {
                return refused(command, new Reply("E" + Reply.UNKNOWN));
            }
            return ports.size() == count ? CompletableFuture.completedStage(ports) : refused(command, reply);
        });
    }

    /** Whether it still has the session. */
    CompletionStage<Boolean> has(MediaSession session) {
        Command command = Command.query(session);
        return ask(command).thenCompose(reply -> {
            boolean unknown = isUnknown(reply);
            return unknown || reply.error().isEmpty()
                    ? CompletableFuture.completedStage(!unknown)
                    : refused(command, reply);
        });
    }

    /** Asks what came in on a session: first from the side that opened it, as if that were the caller. */
    CompletionStage<Received> received(MediaSession session) {
        Command command = Command.query(session);
        return ask(command).thenCompose(reply -> reply.received()
                .<CompletionStage<Received>>map(CompletableFuture::completedStage)
                .orElseGet(() -> refused(command, reply)));
    }

    private static boolean isUnknown(Reply reply) {
        return reply.error().filter(error -> error == Reply.UNKNOWN).isPresent();
    }

    /** Sends a command; whatever the reply is, it comes. Without one, the node gets no new calls until it is back. */
    CompletionStage<Reply> ask(Command command) {
        return control.send(command.text()).whenComplete(this::noteSilence).thenApply(Reply::new);
    }

    private <T> CompletionStage<T> refused(Command command, Reply reply) {
        return CompletableFuture.failedStage(Refusal.of(name, command, reply));
    }

    private void noteSilence(String reply, Throwable failure) {
        if (failure != null) {
            unusable(failure);
        }
    }

    /** The first time, finds out what it can do as well. */
    @Override
    public CompletionStage<Void> check() {
        CompletionStage<Abilities> found = abilities == null
                ? new Examination(this).abilities()
                : ask(Command.version()).thenApply(version -> abilities);
        return found.handle((able, failure) -> {
            if (failure != null) {
                unusable(failure);
            } else if (able != null) {
                usable(able);
            }
            return null;
        });
    }

    private synchronized void usable(Abilities able) {
        if (abilities == null) {
            LOG.log(Level.INFO, "RTPProxy at {0} takes calls: {1}", name, able);
        }
        abilities = able;
        trouble = "";
    }

    private synchronized void unusable(Throwable failure) {
        String why = RelayException.messageOf(failure);
        if (!why.equals(trouble)) {
            LOG.log(Level.WARNING, "{0} It gets no new calls until it is back.", why);
        }
        trouble = why;
        abilities = null;
    }

    @Override
    public void close() {
        control.close();
    }
}
