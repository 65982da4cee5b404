package org.siprecservlet.media.rtpengine;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** The subscription of one recorder to one side of a call. Touched by the steps of its call only. */
final class SideCopy {

    private static final Connection NOWHERE = Connection.unspecified(AddressFamily.IP4);

    private final AnchoredCall call;
    private final Side sender;
    private final String tag;
    /** What RTPengine said last, one line for each of the side's; null before. */
    private SessionDescription source;

    private boolean flows;

    SideCopy(AnchoredCall call, Side sender, String tag) {
        this.call = call;
        this.sender = sender;
        this.tag = tag;
    }

    Side sender() {
        return sender;
    }

    Connection connection() {
        return source.media().stream()
                .flatMap(line -> source.connectionOf(line).stream())
                .findFirst()
                .orElse(NOWHERE);
    }

    /** The port that the copy of a line comes from. */
    int port(int line) {
        return source.media().get(line).port();
    }

    /** Asks for the present lines of the side. */
    CompletionStage<Void> request() {
        int lines = call.sent().stream()
                .filter(sent -> sent.sender() == sender)
                .mapToInt(sent -> sent.index() + 1)
                .max()
                .orElse(0);
        return call.node()
                .describe(NgCommand.subscribe(call.callId(), sender, tag), lines)
                .thenAccept(told -> source = told);
    }

    /**
     * Sends each line where it is wanted. The lines are asked for again before, since a change of the call resets what the
     * daemon does with codecs; not while nothing is wanted, since that may let an earlier copy flow.
     */
    CompletionStage<Void> send(IntFunction<Destination> wanted) {
        boolean any = source != null
                && IntStream.range(0, source.media().size())
                        .anyMatch(line -> wanted.apply(line).flows());
        if (any) {
            flows = true;
            return request()
                    .thenCompose(ready -> call.node().run(answer(wanted)))
                    .thenAccept(done -> {});
        }
        return flows ? call.node().end(answer(wanted)).thenRun(() -> flows = false) : InTurn.DONE;
    }

    private NgCommand answer(IntFunction<Destination> wanted) {
        List<MediaDescription> lines = IntStream.range(0, source.media().size())
                .mapToObj(line -> wanted.apply(line).accept(source.media().get(line)))
                .toList();
        SessionDescription answer =
                new SessionDescription(List.of("v=0", "o=- 1 1 " + NOWHERE, "s=-", "c=" + NOWHERE, "t=0 0"), lines);
        return NgCommand.connect(call.callId(), tag, answer);
    }

    CompletionStage<Void> end() {
        if (source == null) {
            return InTurn.DONE;
        }
        return call.node().end(NgCommand.unsubscribe(call.callId(), tag)).thenCompose(ended -> call.node()
                .end(NgCommand.deleteCopy(call.callId(), tag)));
    }
}
