package org.siprecservlet.media.rtpengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyForm;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.OfferedStream;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.RecordingOffer;
import org.siprecservlet.sdp.SessionDescription;

/** The copy of one call for one recorder: a subscription per side. Touched by the steps of its call only. */
final class RecorderCopy {

    private static final String USERNAME = "siprec";
    private static final String FIRST_VERSION = "1";

    private final AnchoredCall call;
    private final CopyForm form;
    private final boolean encrypted;
    private final String sessionId;
    private final Map<Side, SideCopy> sides;
    private final List<OfferedStream> streams = new ArrayList<>();
    /** RTPengine's {@code a=crypto} of each stream, if they are encrypted; it stays the same. */
    private final List<String> keys = new ArrayList<>();
    /** What the recorder said last of each stream. */
    private final List<Destination> wanted = new ArrayList<>();

    RecorderCopy(AnchoredCall call, Names names, CopyForm form) {
        this.call = call;
        this.form = form;
        this.encrypted = CopyKeys.isEncrypted(form.protection(), call.sent());
        this.sessionId = names.sessionId();
        String word = names.word();
        this.sides = Map.of(
                Side.CALLER, new SideCopy(call, Side.CALLER, Tags.ofCopy(word, Side.CALLER), form, encrypted),
                Side.CALLEE, new SideCopy(call, Side.CALLEE, Tags.ofCopy(word, Side.CALLEE), form, encrypted));
    }

    /** What is sent now, without what has become encrypted since the copy began in the clear. */
    private List<AgreedStream> sent() {
        boolean all = encrypted || form.protection() == MediaProtection.RTP;
        return call.sent().stream()
                .filter(agreed -> all || !agreed.receivers().isEncrypted())
                .toList();
    }

    /** Where the copy comes from. */
    String address() {
        return connection().address();
    }

    private Connection connection() {
        return sides.get(Side.CALLER).connection();
    }

    /** Offers what is sent now. RTPengine is asked for ports of new streams only, so that nothing begins to flow. */
    CompletionStage<CopyOffer> describe() {
        List<AgreedStream> sent = sent();
        List<AgreedStream> added = sent.stream()
                .filter(agreed -> streams.stream().noneMatch(stream -> stream.isOf(agreed)))
                .toList();
        List<SideCopy> asked = sides.values().stream()
                .filter(side -> added.stream().anyMatch(agreed -> agreed.sender() == side.sender()))
                .toList();
        return InTurn.each(asked, SideCopy::request)
                .thenCompose(ready -> InTurn.begun(() -> {
                    List<AgreedStream> formed = formed(sent);
                    added.forEach(this::add);
                    return CompletableFuture.completedStage(offer(formed));
                }));
    }

    private List<AgreedStream> formed(List<AgreedStream> sent) throws RelayException {
        List<AgreedStream> formed = new ArrayList<>();
        for (AgreedStream agreed : sent) {
            requireKey(agreed);
            boolean audio = agreed.receivers().type().equals("audio");
            formed.add(audio && form.isTranscoded() ? transcoded(agreed) : agreed);
        }
        return formed;
    }

    private void requireKey(AgreedStream agreed) throws RelayException {
        if (encrypted && key(agreed).isEmpty()) {
            throw new RelayException(
                    RelayException.Kind.BROKEN,
                    "RTPengine at " + call.node().name() + " has described a copy without a key, so nothing is sent.");
        }
    }

    private String key(AgreedStream agreed) {
        return sides.get(agreed.sender()).key(agreed.index());
    }

    private AgreedStream transcoded(AgreedStream agreed) throws RelayException {
        MediaDescription line = sides.get(agreed.sender()).line(agreed.index());
        if (line.codecs().values().stream().map(Codec::name).noneMatch(form::wants)) {
            throw new RelayException(
                    RelayException.Kind.NOT_SUPPORTED,
                    "RTPengine at " + call.node().name() + " can make none of the codecs that the recorder is to get ("
                            + String.join(", ", form.codecs()) + "); \"rtpengine --codecs\" tells which it has.");
        }
        return agreed.inFormatsOf(line);
    }

    private void add(AgreedStream agreed) {
        int port = sides.get(agreed.sender()).line(agreed.index()).port();
        streams.add(new OfferedStream(agreed, Integer.toString(streams.size() + 1), port));
        keys.add(key(agreed));
        wanted.add(Destination.NONE);
    }

    private CopyOffer offer(List<AgreedStream> sent) {
        Origin origin = new Origin(USERNAME, sessionId, FIRST_VERSION, connection());
        RecordingOffer offer = new RecordingOffer(origin, connection());
        for (OfferedStream stream : streams) {
            offer = stream.describe(offer, sent);
        }
        SessionDescription sdp = offer.toDescription();
        return new CopyOffer(
                protectedAsWanted(sdp),
                streams.stream().map(OfferedStream::stream).toList());
    }

    private SessionDescription protectedAsWanted(SessionDescription sdp) {
        return sdp.withMedia(IntStream.range(0, streams.size())
                .mapToObj(index -> protectedAsWanted(sdp.media().get(index), keys.get(index)))
                .toList());
    }

    private MediaDescription protectedAsWanted(MediaDescription line, String key) {
        return encrypted
                ? line.withProtocol(line.protocol().replace("/AVP", "/SAVP")).withAttribute("crypto", key)
                : line.withProtocol(line.protocol().replace("/SAVP", "/AVP"));
    }

    /** Does what the answer says; when it can not be used, nothing has changed. */
    CompletionStage<Void> connect(SessionDescription answer) throws RelayException {
        List<Destination> said = new ArrayList<>();
        for (OfferedStream stream : streams) {
            MediaDescription offered = stream.offered();
            said.add(Destination.read(answer, said.size(), protectedAsWanted(offered, keys.get(said.size()))));
        }
        wanted.clear();
        wanted.addAll(said);
        return follow();
    }

    /** Has what is sent now go where it is wanted, and nothing else go anywhere. */
    CompletionStage<Void> follow() {
        List<AgreedStream> sent = sent();
        return InTurn.each(sides.values(), side -> side.send(line -> destination(sent, side.sender(), line)));
    }

    private Destination destination(List<AgreedStream> sent, Side sender, int line) {
        Optional<AgreedStream> agreed = sent.stream()
                .filter(each -> each.sender() == sender && each.index() == line)
                .findFirst();
        return agreed.stream()
                .flatMap(each -> IntStream.range(0, streams.size())
                        .filter(index -> streams.get(index).isOf(each))
                        .mapToObj(wanted::get))
                .findFirst()
                .orElse(Destination.NONE);
    }

    /** What came in from the parties: RTPengine does not count what it copies. */
    CompletionStage<List<CopyCount>> count() {
        List<AgreedStream> sent = sent();
        List<OfferedStream> counted = List.copyOf(streams);
        List<Boolean> flows =
                counted.stream().map(stream -> flows(stream, sent)).toList();
        return call.node().run(NgCommand.query(call.callId())).thenApply(reply -> IntStream.range(0, counted.size())
                .mapToObj(index -> reply.received(counted.get(index), flows.get(index)))
                .toList());
    }

    private boolean flows(OfferedStream stream, List<AgreedStream> sent) {
        return sent.stream().anyMatch(stream::isOf)
                && wanted.get(streams.indexOf(stream)).flows();
    }

    /** Sends nothing any more, and frees what it held. */
    CompletionStage<Void> end() {
        return InTurn.each(sides.values(), SideCopy::end);
    }
}
