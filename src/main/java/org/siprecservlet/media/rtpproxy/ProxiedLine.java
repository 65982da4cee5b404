package org.siprecservlet.media.rtpproxy;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.control.InTurn;

/** One media line of a call, and the session that RTPProxy has for it. Touched by the steps of its call only. */
final class ProxiedLine {

    private static final System.Logger LOG = System.getLogger(ProxiedLine.class.getName());

    private final Node node;
    private final String callId;
    private final int media;
    private final Map<Side, Integer> ports = new EnumMap<>(Side.class);
    private final Map<Side, Target> told = new EnumMap<>(Side.class);
    /** Null while there is none. */
    private MediaSession session;

    private boolean plain;

    /** @param media its number in the call, from 1 */
    ProxiedLine(Node node, String callId, int media) {
        this.node = node;
        this.callId = callId;
        this.media = media;
    }

    boolean isOpen() {
        return session != null;
    }

    MediaSession session() {
        return session;
    }

    /** The port that a side is to send to; 0 when there is none. */
    int portTowards(Side side) {
        return ports.getOrDefault(side, 0);
    }

    /** Whether both sides have agreed on it, unencrypted. */
    boolean isCopyable() {
        return isOpen() && plain;
    }

    void setPlain(boolean plain) {
        this.plain = plain;
    }

    /** Opens a session for the side that offers it. */
    CompletionStage<Void> open(Side opener, Target target) {
        MediaSession opened = MediaSession.opened(callId, opener, media);
        return node.ports(Command.open(opened, target), 1).thenAccept(reply -> {
            session = opened;
            told.put(opener, target);
            ports.put(opener.other(), reply.get(0).number());
        });
    }

    /** Tells where a side takes its packets, unless that is known. */
    CompletionStage<Void> move(Side side, Target target) {
        if (target.equals(told.get(side))) {
            return InTurn.DONE;
        }
        Command command =
                session.isOpenedBy(side) ? Command.moveOpener(session, target) : Command.moveOther(session, target);
        return node.ports(command, 1).thenAccept(reply -> {
            told.put(side, target);
            note(side.other(), reply.get(0).number());
        });
    }

    /** A port changes when RTPProxy has lost the session since it was asked last: too late for one that has been told it. */
    private void note(Side side, int port) {
        Integer before = ports.put(side, port);
        if (before != null && before != port) {
            LOG.log(
                    Level.WARNING,
                    "RTPProxy at {0} lost a call: its media may flow again after the next re-INVITE",
                    node.name());
        }
    }

    /** Whether there is a session, here and at RTPProxy, which ends those that nothing is sent on for a while. */
    CompletionStage<Boolean> isAlive() {
        if (!isOpen()) {
            return CompletableFuture.completedStage(false);
        }
        return node.has(session).thenApply(alive -> {
            if (!alive) {
                forget();
            }
            return alive;
        });
    }

    /** What came in from both sides. */
    CompletionStage<Received> received() {
        if (!isOpen()) {
            return CompletableFuture.completedStage(Received.NOTHING);
        }
        boolean callerOpened = session.isOpenedBy(Side.CALLER);
        return node.received(session)
                .thenApply(counts -> callerOpened ? counts : new Received(counts.callees(), counts.callers()));
    }

    /** Ends the session, if there is one. */
    CompletionStage<Void> close() {
        if (!isOpen()) {
            return InTurn.DONE;
        }
        MediaSession ended = session;
        forget();
        return node.end(Command.end(ended));
    }

    private void forget() {
        session = null;
        plain = false;
        ports.clear();
        told.clear();
    }
}
