package org.siprecservlet.recording;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.sdp.SessionDescription;

/** What a recording knows of itself, growing as it goes. Confined to the recording's mailbox. */
final class Dossier {

    private final RecordingId id;
    private final String instance;
    private final AnsweredCall call;
    private final String sessionId;
    private final String groupId;
    private final List<RecordingView.Participant> participants;
    private final Instant createdAt;
    private final Supplier<UUID> ids;
    private List<RecordingView.Stream> streams = List.of();
    private SrsUri server;
    private String srsCallId;
    private Instant startedAt;
    private Instant endedAt;
    private Ending ending;

    Dossier(AnsweredCall call, String instance, Instant createdAt, Supplier<UUID> ids) {
        this.call = call;
        this.instance = instance;
        this.createdAt = createdAt;
        this.ids = ids;
        this.id = new RecordingId(ids.get().toString());
        this.sessionId = metadataId();
        this.groupId = metadataId();
        this.participants = List.of(participant(Side.CALLER), participant(Side.CALLEE));
    }

    private RecordingView.Participant participant(Side side) {
        return new RecordingView.Participant(
                metadataId(),
                side,
                call.identity(side).uri(),
                call.identity(side).displayName());
    }

    /** 16 octets in base64 (RFC 7865 section 6.10). */
    private String metadataId() {
        UUID id = ids.get();
        byte[] octets = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getEncoder().encodeToString(octets);
    }

    RecordingId id() {
        return id;
    }

    AnsweredCall call() {
        return call;
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
                    metadataId(), stream.label(), stream.mediaType(), senderOf(stream), false));
        }
        streams = List.copyOf(offered);
    }

    private String senderOf(RecordedStream stream) {
        return participants.get(stream.sender() == Side.CALLER ? 0 : 1).id();
    }

    void answered(SessionDescription answer) {
        // Which lines the server takes is in the answer's ports.
    }

    RecordingSnapshot snapshot(Instant now) {
        return new RecordingSnapshot(sessionId, groupId, call, participants, streams, now);
    }

    void tried(SrsUri target, String dialogCallId) {
        server = target;
        srsCallId = dialogCallId;
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
                call.calleeCallId(),
                srsCallId,
                sessionId,
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
