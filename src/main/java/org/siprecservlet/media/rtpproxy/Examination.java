package org.siprecservlet.media.rtpproxy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.text.IpLiteral;

/** Asks an RTPProxy what it can do, and opens a session for a moment to see its address. */
final class Examination {

    private static final String VERSION = "20040107";
    private static final String COPIES = "20071218";
    private static final String ENDS_COPIES = "20200226";
    private static final String FORKS = "20260309";

    private static final MediaSession TRIAL = MediaSession.opened("siprec-trial", Side.CALLER, 1);
    private static final Target DISCARD = new Target("127.0.0.1", 9);

    private final Node node;

    Examination(Node node) {
        this.node = node;
    }

    /** Fails with a sentence for the operator when it can not be used. */
    CompletionStage<Abilities> abilities() {
        return node.ask(Command.version())
                .thenCompose(version -> require(version.text().equals(VERSION), "it speaks another protocol"))
                .thenCompose(spoken -> requireFeature(COPIES, "it can not copy media; a newer RTPProxy can"))
                .thenCompose(copies ->
                        requireFeature(ENDS_COPIES, "it can not end a copy before the call; a newer RTPProxy can"))
                .thenCompose(ends -> address())
                .thenCombine(
                        node.ask(Command.hasFeature(FORKS)), (address, forks) -> new Abilities(address, forks.isYes()));
    }

    private CompletionStage<Void> requireFeature(String date, String without) {
        return node.ask(Command.hasFeature(date)).thenCompose(reply -> require(reply.isYes(), without));
    }

    private CompletionStage<String> address() {
        return node.ports(Command.open(TRIAL, DISCARD), 1)
                .thenCompose(this::ended)
                .thenCompose(ports -> {
                    String address = ports.get(0).address();
                    return require(
                                    IpLiteral.isIpv4(address),
                                    "it does not tell an IPv4 address of its own: start it with -l or -A")
                            .thenApply(told -> address);
                });
    }

    private CompletionStage<List<Reply.Port>> ended(List<Reply.Port> ports) {
        return node.end(Command.end(TRIAL)).thenApply(done -> ports);
    }

    private CompletionStage<Void> require(boolean met, String without) {
        return met
                ? InTurn.DONE
                : CompletableFuture.failedStage(new RelayException(
                        Kind.NOT_SUPPORTED, "RTPProxy at " + node.name() + " can not be used: " + without + "."));
    }
}
