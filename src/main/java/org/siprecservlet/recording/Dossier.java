package org.siprecservlet.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.metadata.IdSource;
import org.siprecservlet.metadata.MetadataId;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** What a recording knows of itself, growing as it goes. Confined to the recording's mailbox. */
final class Dossier {

    private final RecordingId id;
    private final String instance;
    private final IncomingCall call;
    private final SessionDetails details;
    private final MetadataId sessionId;
    private final MetadataId groupId;
    private final List<RecordingView.Participant> participants;
    private final Instant createdAt;
    private final IdSource ids;
    private final Moves moves = new Moves();
    /** The streams of all lines that were ever offered; the server knows the first of them. */
    private List<RecordingView.Stream> streams = List.of();

    /** The labels of the streams whose party sends now. */
    private Set<String> flowing = Set.of();

    private int known;
    private Instant recordedSince;
    private byte[] document;
    private SrsUri server;
    private String srsCallId;
    private AnsweredCall answered;
    private Instant startedAt;
    private Instant endedAt;
    private Ending ending;
    private RecordingView.Silence silence;
    private RecordingView.Notice notice;
    private Map<String, RecordingView.Counts> counts = Map.of();

    /** @param groupId the id of the group of calls that this one belongs to */
    Dossier(
            CallView call,
            String instance,
            SessionDetails details,
            MetadataId groupId,
            Instant createdAt,
            IdSource ids) {
        this.call = call.incoming();
        this.answered = call.answered().orElse(null);
        this.details = details;
        this.instance = instance;
        this.createdAt = createdAt;
        this.ids = ids;
        this.id = new RecordingId(ids.next().toString());
        this.sessionId = MetadataId.random(ids);
        this.groupId = groupId;
        this.participants = List.of(participant(Side.CALLER), participant(Side.CALLEE));
    }

    private RecordingView.Participant participant(Side side) {
        return new RecordingView.Participant(
                MetadataId.random(ids).toString(),
                side,
                call.identity(side).uri(),
                call.identity(side).displayName());
    }

    RecordingId id() {
        return id;
    }

    CallId callId() {
        return call.id();
    }

    /** Takes note that the call is answered, and with what facts. */
    void answered(AnsweredCall facts) {
        answered = facts;
    }

    boolean wasActive() {
        return startedAt != null;
    }

    Ending ending() {
        return ending;
    }

    /** Takes note of what is offered to a server that knows nothing yet. */
    void offered(CopyOffer offer) {
        copies(offer);
        offeredAgain(streams.size());
    }

    /** Takes note that a server that knows nothing yet is offered the first of the streams. */
    void offeredAgain(int lines) {
        known = lines;
        streams = streams.stream().map(RecordingView.Stream::notAccepted).toList();
    }

    /** Takes note that the server has vanished. */
    void left(Instant lastSign, Instant now) {
        moves.left(server, lastSign, now);
    }

    /** Whether a server has vanished, and no other has taken its place yet. */
    boolean isMoving() {
        return moves.isUnderWay();
    }

    /** Takes note that the server has taken the place of one that had vanished. */
    RecordingMove moved(Instant now) {
        return moves.arrived(server, now);
    }

    /** Takes note of all that the relay copies: streams that were there before stay what they are. */
    void copies(CopyOffer offer) {
        List<RecordingView.Stream> all = new ArrayList<>(streams);
        for (RecordedStream stream :
                offer.streams().subList(all.size(), offer.streams().size())) {
            all.add(new RecordingView.Stream(
                    MetadataId.random(ids).toString(), stream.label(), stream.mediaType(), senderOf(stream), false));
        }
        streams = List.copyOf(all);
        flowing = IntStream.range(0, offer.streams().size())
                .filter(line -> sends(offer.sdp(), line))
                .mapToObj(line -> offer.streams().get(line).label())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean sends(SessionDescription offer, int line) {
        MediaDescription media = offer.media().get(line);
        return !media.isRejected() && offer.directionOf(media).sends();
    }

    private String senderOf(RecordedStream stream) {
        return participants.get(stream.sender() == Side.CALLER ? 0 : 1).id();
    }

    /**
     * Takes note of the lines that a server takes.
     *
     * @param lines how many were offered; the answer has as many, or more
     */
    void answered(SessionDescription answer, int lines) {
        known = lines;
        List<RecordingView.Stream> answered = new ArrayList<>(streams);
        for (int line = 0; line < lines; line++) {
            RecordingView.Stream each = streams.get(line);
            boolean accepted = !answer.media().get(line).isRejected();
            answered.set(
                    line,
                    new RecordingView.Stream(
                            each.id(), each.label(), each.mediaType(), each.participantId(), accepted));
        }
        streams = List.copyOf(answered);
    }

    /** What a server is told of the call, which is answered, when recording begins now. */
    CallMetadata metadata(Instant now) {
        recordedSince = now;
        return metadata(known, Set.of());
    }

    /**
     * What the server is told of the call later on.
     *
     * @param lines how many there are
     * @param takenOut the labels of those that the server has removed: nobody sends or receives them any more
     */
    CallMetadata metadata(int lines, Set<String> takenOut) {
        Set<String> sent =
                flowing.stream().filter(label -> !takenOut.contains(label)).collect(Collectors.toUnmodifiableSet());
        return new CallMetadata(
                answered, details, groupId, sessionId, participants, streams.subList(0, lines), sent, recordedSince);
    }

    /** Takes note of the metadata document that was sent last. */
    void sent(byte[] metadata) {
        document = metadata;
    }

    Optional<byte[]> document() {
        return Optional.ofNullable(document);
    }

    void tried(SrsUri target, String dialogCallId) {
        server = target;
        srsCallId = dialogCallId.isEmpty() ? null : dialogCallId;
    }

    /** Whether a party sends, as far as the call has agreed. */
    boolean anybodySends() {
        return !flowing.isEmpty();
    }

    /** Takes note of what the relay has counted. */
    void counted(List<CopyCount> counted) {
        counts = counted.stream().collect(Collectors.toUnmodifiableMap(CopyCount::label, RecordingView.Counts::of));
    }

    void silent(Instant since, String why) {
        silence = new RecordingView.Silence(since, why);
    }

    void recovered() {
        silence = null;
    }

    /** Takes note of what became of what the parties were to hear. */
    void notice(RecordingView.Notice outcome) {
        notice = outcome;
    }

    void started(Instant now) {
        startedAt = now;
    }

    /** The first reason is the reason: what comes later only follows from it. */
    void endsBecause(Ending why) {
        ending = ending == null ? why : ending;
    }

    void ended(Instant now) {
        endedAt = now;
    }

    RecordingView view(RecordingState state) {
        return new RecordingView(new RecordingFacts(
                id,
                instance,
                call.id(),
                answered == null ? null : answered.calleeCallId(),
                srsCallId,
                sessionId.toString(),
                server,
                state,
                ending == null ? null : ending.reason(),
                ending == null ? null : ending.sipStatus(),
                ending == null ? null : ending.detail(),
                participants,
                streams.subList(0, known),
                counts,
                silence,
                notice,
                createdAt,
                startedAt,
                endedAt,
                moves.all()));
    }
}
