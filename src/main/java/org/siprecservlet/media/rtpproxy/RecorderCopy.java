package org.siprecservlet.media.rtpproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.OfferedStream;
import org.siprecservlet.sdp.RecordingOffer;
import org.siprecservlet.sdp.SessionDescription;

/** The copy of one call for one recorder. Touched by the steps of its call only. */
final class RecorderCopy {

    private final RecordingOffer empty;
    private final IntSupplier ports;
    private final IntFunction<CopiedLine> copier;
    private final List<OfferedStream> streams = new ArrayList<>();
    /** What the recorder said last of each stream. */
    private final List<Target> wanted = new ArrayList<>();

    private final Map<Integer, CopiedLine> lines = new TreeMap<>();

    /**
     * @param empty the description without a line
     * @param ports gives the port that a new stream is said to come from
     * @param copier makes the copy of the line in that place of the call
     */
    RecorderCopy(RecordingOffer empty, IntSupplier ports, IntFunction<CopiedLine> copier) {
        this.empty = empty;
        this.ports = ports;
        this.copier = copier;
    }

    /** Offers what is sent now. */
    CopyOffer describe(List<AgreedStream> sent) {
        for (AgreedStream agreed : sent) {
            if (streams.stream().noneMatch(stream -> stream.isOf(agreed))) {
                streams.add(new OfferedStream(agreed, Integer.toString(streams.size() + 1), ports.getAsInt()));
                wanted.add(Target.NONE);
            }
        }
        RecordingOffer offer = empty;
        for (OfferedStream stream : streams) {
            offer = stream.describe(offer, sent);
        }
        return new CopyOffer(
                offer.toDescription(),
                streams.stream().map(OfferedStream::stream).toList());
    }

    /** Does what the answer says; when it can not be used, nothing has changed. */
    CompletionStage<Void> connect(SessionDescription answer, List<AgreedStream> sent) throws RelayException {
        RecorderAnswer said = new RecorderAnswer(answer);
        List<Target> targets = new ArrayList<>();
        for (OfferedStream stream : streams) {
            targets.add(said.target(stream.offered(), targets.size()));
        }
        wanted.clear();
        wanted.addAll(targets);
        return follow(sent);
    }

    /** Has what is sent now go where it is wanted, and nothing else go anywhere. */
    CompletionStage<Void> follow(List<AgreedStream> sent) {
        Map<Integer, Targets> targets = new TreeMap<>();
        lines.keySet().forEach(line -> targets.put(line, Targets.NONE));
        for (AgreedStream agreed : sent) {
            Targets others = targets.getOrDefault(agreed.index(), Targets.NONE);
            targets.put(agreed.index(), others.with(agreed.sender(), wanted(agreed)));
        }
        return InTurn.each(targets.entrySet(), entry -> lines.computeIfAbsent(entry.getKey(), copier::apply)
                .send(entry.getValue()));
    }

    private Target wanted(AgreedStream agreed) {
        return IntStream.range(0, streams.size())
                .filter(index -> streams.get(index).isOf(agreed))
                .mapToObj(wanted::get)
                .findFirst()
                .orElse(Target.NONE);
    }

    /** What came in from the parties: RTPProxy does not count what it copies, nor bytes, nor losses. */
    CompletionStage<List<CopyCount>> count(List<ProxiedLine> all, List<AgreedStream> sent) {
        Map<Integer, CompletionStage<Received>> asked = new TreeMap<>();
        CompletionStage<List<CopyCount>> counts = CompletableFuture.completedStage(List.of());
        for (int index = 0; index < streams.size(); index++) {
            OfferedStream stream = streams.get(index);
            boolean flows =
                    sent.stream().anyMatch(stream::isOf) && !wanted.get(index).equals(Target.NONE);
            CompletionStage<Received> received =
                    asked.computeIfAbsent(stream.line(), line -> all.get(line).received());
            counts = counts.thenCombine(received, (before, packets) -> with(before, stream.stream(), flows, packets));
        }
        return counts;
    }

    private static List<CopyCount> with(
            List<CopyCount> before, RecordedStream stream, boolean flows, Received received) {
        CopyCount count = CopyCount.received(stream.label(), flows, received.of(stream.sender()), null);
        return Stream.concat(before.stream(), Stream.of(count)).toList();
    }

    /** Sends nothing any more. */
    CompletionStage<Void> end() {
        return InTurn.each(lines.values(), line -> line.send(Targets.NONE));
    }

    /** Ends what would not end with the call. */
    CompletionStage<Void> callEnds() {
        return InTurn.each(lines.values(), CopiedLine::callEnds);
    }
}
