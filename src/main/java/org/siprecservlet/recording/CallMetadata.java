package org.siprecservlet.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.metadata.Datamode;
import org.siprecservlet.metadata.Extension;
import org.siprecservlet.metadata.Group;
import org.siprecservlet.metadata.MetadataId;
import org.siprecservlet.metadata.NameId;
import org.siprecservlet.metadata.Participant;
import org.siprecservlet.metadata.ParticipantDescription;
import org.siprecservlet.metadata.ParticipantSessionAssoc;
import org.siprecservlet.metadata.ParticipantStreamAssoc;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.metadata.Session;
import org.siprecservlet.metadata.SessionRecordingAssoc;
import org.siprecservlet.metadata.SipSessionId;
import org.siprecservlet.metadata.Stream;

/**
 * Describes a recorded call to a recorder (RFC 7865): caller before callee everywhere, and every stream that flows sent by
 * one and received by the other, since many recorders go by the order. A party that is held, or holds, is shown by what
 * it no longer sends or receives (RFC 8068, section 3.2.2).
 *
 * @param details what is told in place of what the call says, and beyond it
 * @param flowing the labels of the streams that their party sends now
 * @param at when recording begins
 */
record CallMetadata(
        AnsweredCall call,
        SessionDetails details,
        MetadataId groupId,
        MetadataId sessionId,
        List<RecordingView.Participant> participants,
        List<RecordingView.Stream> streams,
        Set<String> flowing,
        Instant at) {

    /** The document that says everything. */
    RecordingMetadata complete() {
        return new RecordingMetadata(
                Datamode.COMPLETE,
                List.of(group()),
                List.of(communicationSession()),
                participants.stream().map(this::participant).toList(),
                streams.stream().map(this::stream).toList(),
                List.of(new SessionRecordingAssoc(sessionId, at, null)),
                participants.stream().map(this::takesPart).toList(),
                participants.stream().map(this::sendsAndReceives).toList());
    }

    private Group group() {
        List<Extension> extensions = new ArrayList<>();
        if (details.group() != null) {
            extensions.add(Extension.groupName(details.group()));
        }
        extensions.addAll(details.groupExtension());
        return new Group(groupId, call.answeredAt(), null, extensions);
    }

    private Session communicationSession() {
        List<Extension> extensions = new ArrayList<>();
        extensions.add(Extension.callId(call.id().value()));
        extensions.addAll(details.sessionExtension());
        return new Session(
                sessionId,
                call.sessionIds().stream()
                        .map(SipSessionId::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                List.of(),
                groupId,
                call.answeredAt(),
                null,
                extensions);
    }

    private Participant participant(RecordingView.Participant participant) {
        MetadataId id = MetadataId.parse(participant.id());
        ParticipantDescription told = participant.side() == Side.CALLER ? details.caller() : details.callee();
        return told == null
                ? new Participant(id, List.of(NameId.of(participant.uri(), name(participant))), List.of())
                : new Participant(id, told.nameIds(), told.extensions());
    }

    /** The display name, else the number or user of the address: recorders show and search names. */
    private static String name(RecordingView.Participant participant) {
        if (!participant.displayName().isBlank()) {
            return participant.displayName();
        }
        String address = participant.uri().substring(participant.uri().indexOf(':') + 1);
        boolean hasUser = address.contains("@") || participant.uri().startsWith("tel:");
        return hasUser ? address.split("[@;:]", 2)[0] : "";
    }

    private Stream stream(RecordingView.Stream stream) {
        return new Stream(MetadataId.parse(stream.id()), sessionId, stream.label());
    }

    private ParticipantSessionAssoc takesPart(RecordingView.Participant participant) {
        return new ParticipantSessionAssoc(
                MetadataId.parse(participant.id()), sessionId, call.answeredAt(), null, List.of());
    }

    private ParticipantStreamAssoc sendsAndReceives(RecordingView.Participant participant) {
        Predicate<RecordingView.Stream> own = stream -> stream.participantId().equals(participant.id());
        return new ParticipantStreamAssoc(
                MetadataId.parse(participant.id()), streamIds(own), streamIds(own.negate()), at, null);
    }

    private List<MetadataId> streamIds(Predicate<RecordingView.Stream> which) {
        return streams.stream()
                .filter(which.and(stream -> flowing.contains(stream.label())))
                .map(stream -> MetadataId.parse(stream.id()))
                .toList();
    }
}
