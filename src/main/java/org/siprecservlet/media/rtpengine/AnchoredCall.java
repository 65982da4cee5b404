package org.siprecservlet.media.rtpengine;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.CarriedCall;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.control.Nodes;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.PlainRtp;
import org.siprecservlet.media.description.SdpRewriter;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.SessionDescription;

/**
 * One call: how far the offer/answer exchange of its sides has come (RFC 3264), and the daemon that carries it. Touched by
 * its own steps only.
 *
 * <p>RTPengine sends to an offerer's new address before anything is answered. So a later offer tells it new lines only, and where the
 * others have moved is told with the answer, as is which of the offered keys was taken. An offer that is withdrawn is undone with the exchange that was agreed
 * before it.
 */
final class AnchoredCall implements CarriedCall {

    private static final System.Logger LOG = System.getLogger(AnchoredCall.class.getName());

    private final Nodes<Node> nodes;
    private final InTurn steps = new InTurn();
    private final String callId;
    private final Map<Side, SessionDescription> described = new EnumMap<>(Side.class);
    private final RecorderCopies copies;
    private final Playbacks playbacks;
    /** Null until an RTPengine has taken the call. */
    private Node node;

    private Connection relay;
    private OpenOffer latest;
    private Side lastOfferer;

    AnchoredCall(Nodes<Node> nodes, Names names, Alarm alarm) {
        this.nodes = nodes;
        this.callId = names.word();
        this.copies = new RecorderCopies(this, names);
        this.playbacks = new Playbacks(this, alarm);
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

    Node node() {
        return node;
    }

    String callId() {
        return callId;
    }

    @Override
    public boolean isUnused() {
        return described.isEmpty() && latest == null;
    }

    /** What is sent now and may be copied. */
    List<AgreedStream> sent() {
        if (described.isEmpty()) {
            return List.of();
        }
        int lines = Math.min(media(Side.CALLER), media(Side.CALLEE));
        return IntStream.range(0, lines)
                .filter(this::isCopyable)
                .boxed()
                .flatMap(index -> Stream.of(Side.CALLER, Side.CALLEE).map(side -> agreed(index, side)))
                .toList();
    }

    private int media(Side side) {
        return described.get(side).media().size();
    }

    private boolean isCopyable(int index) {
        SessionDescription callers = described.get(Side.CALLER);
        SessionDescription callees = described.get(Side.CALLEE);
        return SdpRewriter.carries(callers.media().get(index))
                && SdpRewriter.carries(callees.media().get(index))
                && (PlainRtp.isPlain(callers, index, callees) || isKeyed(callers, index) && isKeyed(callees, index));
    }

    private static boolean isKeyed(SessionDescription sdp, int index) {
        return KeyedLines.isKeyed(sdp, sdp.media().get(index));
    }

    /** The keys of the parties, none of which may be a copy's. */
    Stream<Crypto> keys() {
        return described.values().stream().flatMap(KeyedLines::keys);
    }

    private AgreedStream agreed(int index, Side sender) {
        return AgreedStream.of(index, sender, described.get(sender), described.get(sender.other()));
    }

    CompletionStage<SessionDescription> offer(Side from, SessionDescription offer) {
        return withdrawOpen().thenCompose(withdrawn -> node == null ? find(from, offer) : send(from, offer));
    }

    private CompletionStage<SessionDescription> find(Side from, SessionDescription offer) {
        return nodes.forNewCall().thenCompose(candidates -> tryNext(candidates, from, offer));
    }

    private CompletionStage<SessionDescription> tryNext(List<Node> candidates, Side from, SessionDescription offer) {
        node = candidates.get(0);
        return send(from, offer).exceptionallyCompose(failure -> {
            node = null;
            return candidates.size() == 1
                    ? CompletableFuture.failedStage(failure)
                    : tryNext(candidates.subList(1, candidates.size()), from, offer);
        });
    }

    private CompletionStage<SessionDescription> send(Side from, SessionDescription offer) {
        return told(described.isEmpty() ? first(from, offer) : staying(from, offer), offer)
                .thenApply(reply -> {
                    latest = new OpenOffer(from, offer);
                    return rewritten(KeyedLines.known(offer), reply);
                });
    }

    private NgCommand first(Side from, SessionDescription offer) {
        return NgCommand.offer(callId, from, ToldSdp.of(offer));
    }

    private NgCommand staying(Side from, SessionDescription offer) {
        return NgCommand.offerAgain(callId, from, ToldSdp.staying(ToldSdp.of(offer), ToldSdp.of(described.get(from))));
    }

    private CompletionStage<SessionDescription> moved(Side from, SessionDescription offer) {
        return told(NgCommand.offerAgain(callId, from, ToldSdp.of(offer)), offer);
    }

    private CompletionStage<SessionDescription> agreed(Side from, SessionDescription offer) {
        return described.isEmpty() ? told(first(from, offer), offer) : moved(from, offer);
    }

    private CompletionStage<SessionDescription> told(NgCommand command, SessionDescription sdp) {
        return node.describe(command, sdp.media().size());
    }

    CompletionStage<SessionDescription> answer(Side from, SessionDescription answer) throws RelayException {
        OpenOffer offer = latest;
        if (offer == null || offer.from() == from) {
            throw new RelayException(Kind.BROKEN, "There is no offer that the answer could belong to.");
        }
        SessionDescription taken = KeyedLines.taken(offer.sdp(), answer);
        boolean told = (described.isEmpty() || offer.answered()) && !KeyedLines.areIn(taken);
        CompletionStage<?> offered = told ? InTurn.DONE : agreed(offer.from(), taken);
        return offered.thenCompose(moved -> told(answered(from, answer), answer))
                .thenApply(reply -> {
                    described.put(offer.from(), taken);
                    described.put(from, answer);
                    lastOfferer = offer.from();
                    latest = offer.withAnswer();
                    followLater();
                    return rewritten(KeyedLines.relayed(answer, reply), reply);
                });
    }

    private NgCommand answered(Side from, SessionDescription answer) {
        return NgCommand.answer(callId, from, ToldSdp.of(answer));
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
        if (latest == null || latest.answered()) {
            return InTurn.DONE;
        }
        latest = null;
        return described.isEmpty() ? node.end(NgCommand.delete(callId)) : agreeAgain();
    }

    private CompletionStage<Void> agreeAgain() {
        SessionDescription offer = described.get(lastOfferer);
        SessionDescription answer = described.get(lastOfferer.other());
        return moved(lastOfferer, offer)
                .thenCompose(offered -> told(answered(lastOfferer.other(), answer), answer))
                .thenCompose(answered -> copies.follow());
    }

    @Override
    public CompletionStage<Void> end() {
        playbacks.callEnds();
        return node == null ? InTurn.DONE : node.end(NgCommand.delete(callId));
    }

    /** A party that holds by address is told no address of the relay's either (RFC 3264 section 8.4). */
    private SessionDescription rewritten(SessionDescription sdp, SessionDescription reply) {
        Optional<Connection> told = reply.media().stream()
                .flatMap(line -> reply.connectionOf(line).stream())
                .filter(connection -> !connection.isUnspecified())
                .findFirst();
        relay = told.or(() -> Optional.ofNullable(relay))
                .or(reply::ownConnection)
                .orElse(relay);
        return new SdpRewriter(relay, index -> reply.media().get(index).port()).rewrite(sdp);
    }
}
