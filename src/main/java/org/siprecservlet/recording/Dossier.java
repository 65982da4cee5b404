package org.siprecservlet.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.metadata.IdSource;
import org.siprecservlet.metadata.MetadataId;
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
    private List<RecordingView.Stream> streams = List.of();
    private SrsUri server;
    private String srsCallId;
    private AnsweredCall answered;
    private Instant startedAt;
    private Instant endedAt;
    private Ending ending;

    Dossier(CallView call, String instance, SessionDetails details, Instant createdAt, IdSource ids) {
        this.call = call.incoming();
        this.answered = call.answered().orElse(null);
        this.details = details;
        this.instance = instance;
        this.createdAt = createdAt;
        this.ids = ids;
        this.id = new RecordingId(ids.next().toString());
        this.sessionId = MetadataId.random(ids);
        this.groupId = details.group() == null ? MetadataId.random(ids) : MetadataId.named(details.group());
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

    void offered(CopyOffer offer) {
        List<RecordingView.Stream> offered = new ArrayList<>();
        for (RecordedStream stream : offer.streams()) {
            offered.add(new RecordingView.Stream(
                    MetadataId.random(ids).toString(), stream.label(), stream.mediaType(), senderOf(stream), false));
        }
        streams = List.copyOf(offered);
    }

    private String senderOf(RecordedStream stream) {
        return participants.get(stream.sender() == Side.CALLER ? 0 : 1).id();
    }

    /** Takes note of the lines that a server takes; the answer has as many as the offer. */
    void answered(SessionDescription answer) {
        List<RecordingView.Stream> answered = new ArrayList<>();
        for (int line = 0; line < streams.size(); line++) {
            RecordingView.Stream each = streams.get(line);
            boolean accepted = !answer.media().get(line).isRejected();
            answered.add(new RecordingView.Stream(
                    each.id(), each.label(), each.mediaType(), each.participantId(), accepted));
        }
        streams = List.copyOf(answered);
    }

    /** What a server is told of the call, which is answered, when recording begins now. */
    CallMetadata metadata(Instant now) {
        return new CallMetadata(answered, details, groupId, sessionId, participants, streams, now);
    }

    void tried(SrsUri target, String dialogCallId) {
        server = target;
        srsCallId = dialogCallId.isEmpty() ? null : dialogCallId;
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
                streams,
                createdAt,
                startedAt,
                endedAt));
    }
}
