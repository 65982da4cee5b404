package org.siprecservlet.media.rtpproxy;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.CarriedCall;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.control.Nodes;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.PlainRtp;
import org.siprecservlet.media.description.SdpRewriter;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * One call: its lines, and how far the offer/answer exchange of its sides has come (RFC 3264). Touched by its own steps
 * only.
 *
 * <p>RTPProxy sends to a new address as soon as it hears of it. So an offer only opens sessions for lines that have none, and
 * what a side says of the others is passed on with the answer.
 */
final class ProxiedCall implements CarriedCall {

    private static final System.Logger LOG = System.getLogger(ProxiedCall.class.getName());

    private final Nodes<Place> nodes;
    private final InTurn steps = new InTurn();
    private final String callId;
    private final List<ProxiedLine> lines = new ArrayList<>();
    private final Map<Side, SessionDescription> described = new EnumMap<>(Side.class);
    private final RecorderCopies copies;
    private final Playbacks playbacks = new Playbacks(this);
    /** Null until an RTPProxy has taken the call. */
    private Place place;

    private OpenOffer latest;

    ProxiedCall(Nodes<Place> nodes, Supplies supplies) {
        this.nodes = nodes;
        this.callId = supplies.callId();
        this.copies = new RecorderCopies(this, supplies, steps);
    }

    @Override
    public InTurn steps() {
        return steps;
    }

    RecorderCopies copies() {
        return copies;
    }

    Playbacks playbacks() {
        return playbacks;
    }

    Place place() {
        return place;
    }

    List<ProxiedLine> lines() {
        return lines;
    }

    @Override
    public boolean isUnused() {
        return described.isEmpty() && latest == null;
    }

    /** What is sent now and may be copied. */
    List<AgreedStream> sent() {
        return IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).isCopyable())
                .boxed()
                .flatMap(index -> Stream.of(Side.CALLER, Side.CALLEE).map(side -> agreed(index, side)))
                .toList();
    }

    private AgreedStream agreed(int index, Side sender) {
        return AgreedStream.of(index, sender, described.get(sender), described.get(sender.other()));
    }

    CompletionStage<SessionDescription> offer(Side from, SessionDescription offer) throws RelayException {
        requireIpv4(offer);
        return withdrawOpen()
                .thenCompose(withdrawn -> place == null ? find(from, offer) : prepare(from, offer))
                .thenApply(prepared -> rewritten(offer, from.other()));
    }

    private CompletionStage<Void> find(Side from, SessionDescription offer) {
        return nodes.forNewCall().thenCompose(candidates -> tryNext(candidates, from, offer));
    }

    private CompletionStage<Void> tryNext(List<Place> candidates, Side from, SessionDescription offer) {
        place = candidates.get(0);
        return prepare(from, offer).exceptionallyCompose(failure -> {
            place = null;
            lines.clear();
            return candidates.size() == 1
                    ? CompletableFuture.failedStage(failure)
                    : tryNext(candidates.subList(1, candidates.size()), from, offer);
        });
    }

    private CompletionStage<Void> prepare(Side from, SessionDescription offer) {
        OpenOffer open = new OpenOffer(from, offer);
        latest = open;
        return InTurn.each(carried(offer), index -> prepareLine(index, open)).whenComplete((prepared, failure) -> {
            if (failure != null) {
                latest = null;
                open.closeOpened();
            }
        });
    }

    private CompletionStage<Void> prepareLine(int index, OpenOffer open) {
        while (lines.size() <= index) {
            lines.add(new ProxiedLine(place.node(), callId, lines.size() + 1));
        }
        ProxiedLine line = lines.get(index);
        return line.isAlive().thenCompose(alive -> {
            Target target = Target.ofParty(open.sdp(), open.sdp().media().get(index));
            return alive ? InTurn.DONE : line.open(open.from(), target).thenRun(() -> open.opens(line));
        });
    }

    private static List<Integer> carried(SessionDescription sdp) {
        return IntStream.range(0, sdp.media().size())
                .filter(index -> isCarried(sdp, index))
                .boxed()
                .toList();
    }

    private static boolean isCarried(SessionDescription sdp, int index) {
        return index < sdp.media().size() && SdpRewriter.carries(sdp.media().get(index));
    }

    CompletionStage<SessionDescription> answer(Side from, SessionDescription answer) throws RelayException {
        Side offerer = from.other();
        OpenOffer offer = latest;
        if (offer == null || offer.from() != offerer) {
            throw new RelayException(Kind.BROKEN, "There is no offer that the answer could belong to.");
        }
        requireIpv4(answer);
        List<Integer> all = IntStream.range(0, lines.size()).boxed().toList();
        return InTurn.each(all, index -> settle(index, offer, answer)).thenApply(settled -> {
            described.put(offerer, offer.sdp());
            described.put(from, answer);
            offer.answered();
            followLater();
            return rewritten(answer, offerer);
        });
    }

    private CompletionStage<Void> settle(int index, OpenOffer offer, SessionDescription answer) {
        ProxiedLine line = lines.get(index);
        if (!isCarried(offer.sdp(), index) || !isCarried(answer, index)) {
            return line.close();
        }
        Side offerer = offer.from();
        Target offerers = Target.ofParty(offer.sdp(), offer.sdp().media().get(index));
        Target answerers = Target.ofParty(answer, answer.media().get(index));
        CompletionStage<Void> opened = line.isOpen() ? InTurn.DONE : line.open(offerer, offerers);
        return opened.thenCompose(open -> line.move(offerer, offerers))
                .thenCompose(moved -> line.move(offerer.other(), answerers))
                .thenRun(() -> line.setPlain(PlainRtp.isPlain(offer.sdp(), index, answer)));
    }

    /** The call does not wait for its copies, and their failure is none of its own. */
    private void followLater() {
        steps.then(copies::follow).exceptionally(failure -> {
            LOG.log(
                    Level.WARNING,
                    "A copy of a call did not follow its change: {0}",
                    RelayException.messageOf(failure));
            return null;
        });
    }

    /** Once an offer is answered, what it needed belongs to the call. */
    CompletionStage<Void> withdraw(Side from) {
        return latest != null && latest.from() == from ? withdrawOpen() : InTurn.DONE;
    }

    private CompletionStage<Void> withdrawOpen() {
        if (latest == null || latest.isAnswered()) {
            return InTurn.DONE;
        }
        OpenOffer withdrawn = latest;
        latest = null;
        return withdrawn.closeOpened();
    }

    @Override
    public CompletionStage<Void> end() {
        List<Command> endings = lines.stream()
                .filter(ProxiedLine::isOpen)
                .map(line -> Command.endAll(line.session()))
                .distinct()
                .toList();
        return copies.callEnds()
                .thenCompose(
                        ended -> InTurn.each(endings, command -> place.node().end(command)));
    }

    private static void requireIpv4(SessionDescription sdp) throws RelayException {
        for (int index : carried(sdp)) {
            MediaDescription line = sdp.media().get(index);
            if (sdp.connectionOf(line).filter(ProxiedCall::isIpv6).isPresent()) {
                throw new RelayException(
                        Kind.UNUSABLE_DESCRIPTION, "The media address is IPv6, and calls over RTPProxy are IPv4 only.");
            }
        }
    }

    private static boolean isIpv6(Connection connection) {
        return connection.family() == AddressFamily.IP6 && !connection.isUnspecified();
    }

    private SessionDescription rewritten(SessionDescription sdp, Side receiver) {
        Connection relay = new Connection(AddressFamily.IP4, place.address());
        return new SdpRewriter(
                        relay, index -> index < lines.size() ? lines.get(index).portTowards(receiver) : 0)
                .rewrite(sdp);
    }
}
