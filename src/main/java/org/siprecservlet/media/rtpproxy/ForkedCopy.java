package org.siprecservlet.media.rtpproxy;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.InTurn;

/**
 * Copies through a session of its own that is fed from the line's: the way to a second recorder. RTPProxy ends sessions that
 * receive nothing, and a recorder sends nothing, so it has to be told again and again that this one is wanted.
 */
final class ForkedCopy implements CopiedLine {

    /** A quarter of what RTPProxy waits unless it is told otherwise. */
    static final Duration REFRESH = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(ForkedCopy.class.getName());

    private final Node node;
    private final ProxiedLine line;
    private final InTurn steps;
    private final Alarm alarm;
    private final String callId;
    private MediaSession source;
    /** Null when RTPProxy has none for certain. */
    private MediaSession fork;

    private Targets running = Targets.NONE;
    private List<Reply.Port> ports = List.of();
    private Runnable callOff = () -> {};

    /**
     * @param steps the steps of the call
     * @param callId of the session that is to be opened, and of no other
     */
    ForkedCopy(Node node, ProxiedLine line, InTurn steps, Alarm alarm, String callId) {
        this.node = node;
        this.line = line;
        this.steps = steps;
        this.alarm = alarm;
        this.callId = callId;
    }

    @Override
    public CompletionStage<Void> send(Targets targets) {
        boolean isAsWanted = running.equals(targets) && (fork == null) == targets.equals(Targets.NONE);
        if (isAsWanted && source == line.session()) {
            return InTurn.DONE;
        }
        return end().thenCompose(ended -> begin(targets));
    }

    @Override
    public CompletionStage<Void> callEnds() {
        return end();
    }

    private CompletionStage<Void> end() {
        callOff.run();
        running = Targets.NONE;
        if (fork == null) {
            return InTurn.DONE;
        }
        return node.end(Command.endAll(fork)).thenRun(() -> fork = null);
    }

    private CompletionStage<Void> begin(Targets targets) {
        source = line.session();
        if (targets.equals(Targets.NONE)) {
            return InTurn.DONE;
        }
        fork = new MediaSession(callId, source.from(), source.to(), 1);
        return node.ports(Command.fork(fork, targets.of(opener()), targets.of(opener().other()), source), 2)
                .thenAccept(opened -> {
                    ports = opened;
                    running = targets;
                    refreshLater();
                });
    }

    private Side opener() {
        return fork.isOpenedBy(Side.CALLER) ? Side.CALLER : Side.CALLEE;
    }

    private void refreshLater() {
        callOff.run();
        callOff = alarm.after(REFRESH, () -> steps.then(this::refresh));
    }

    private CompletionStage<Void> refresh() {
        if (running.equals(Targets.NONE)) {
            return InTurn.DONE;
        }
        return node.ports(Command.moveOpener(fork, running.of(opener())), 1)
                .thenCompose(found -> found.get(0).equals(ports.get(0)) ? InTurn.DONE : again())
                .handle((refreshed, failure) -> {
                    if (failure != null) {
                        LOG.log(
                                Level.WARNING,
                                "A second copy of a call may end: {0}",
                                RelayException.messageOf(failure));
                    }
                    refreshLater();
                    return null;
                });
    }

    /** It had ended, and the refreshment has opened an empty one in its place. */
    private CompletionStage<Void> again() {
        Targets wanted = running;
        return end().thenCompose(ended -> begin(wanted));
    }
}
