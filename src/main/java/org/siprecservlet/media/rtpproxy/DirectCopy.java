package org.siprecservlet.media.rtpproxy;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.control.InTurn;

/** Copies with C and N, which RTPProxy does once for each side of a line. */
final class DirectCopy implements CopiedLine {

    private final Node node;
    private final ProxiedLine line;
    private MediaSession session;
    private Targets running = Targets.NONE;

    DirectCopy(Node node, ProxiedLine line) {
        this.node = node;
        this.line = line;
    }

    @Override
    public CompletionStage<Void> send(Targets targets) {
        if (session != line.session()) {
            session = line.session();
            running = Targets.NONE;
        }
        return InTurn.each(List.of(Side.values()), side -> send(side, targets.of(side)));
    }

    @Override
    public CompletionStage<Void> callEnds() {
        return InTurn.DONE;
    }

    /** RTPProxy takes a second C for the first one again and ignores where it says. */
    private CompletionStage<Void> send(Side side, Target target) {
        if (running.of(side).equals(target)) {
            return InTurn.DONE;
        }
        return end(side).thenCompose(ended -> begin(side, target));
    }

    private CompletionStage<Void> end(Side side) {
        if (running.of(side).equals(Target.NONE)) {
            return InTurn.DONE;
        }
        return node.end(Command.endCopy(session, MediaSession.tag(side)))
                .thenRun(() -> running = running.with(side, Target.NONE));
    }

    private CompletionStage<Void> begin(Side side, Target target) {
        if (target.equals(Target.NONE)) {
            return InTurn.DONE;
        }
        return node.run(Command.copy(session, MediaSession.tag(side), target))
                .thenRun(() -> running = running.with(side, target));
    }
}
