package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * One metadata document, {@code recording} in RFC 7865, 6.1. The lists keep their order on the wire, and many recorders
 * take the first participant and the first stream for those of the caller.
 *
 * @param datamode null stands for {@link Datamode#COMPLETE}; for each list null stands for the empty one
 */
@JacksonXmlRootElement(localName = "recording", namespace = RecordingMetadata.NAMESPACE)
public record RecordingMetadata(
        Datamode datamode,
        @JsonProperty("group") List<Group> groups,
        @JsonProperty("session") List<Session> sessions,
        @JsonProperty("participant") List<Participant> participants,
        @JsonProperty("stream") List<Stream> streams,
        @JsonProperty("sessionrecordingassoc") List<SessionRecordingAssoc> sessionRecordingAssocs,
        @JsonProperty("participantsessionassoc") List<ParticipantSessionAssoc> participantSessionAssocs,
        @JsonProperty("participantstreamassoc") List<ParticipantStreamAssoc> participantStreamAssocs) {

    /** The XML namespace of the document (RFC 7865, 6.11). */
    public static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";

    static final QName ROOT = new QName(NAMESPACE, "recording");

    public RecordingMetadata {
        datamode = datamode == null ? Datamode.COMPLETE : datamode;
        groups = Lists.copy(groups);
        sessions = Lists.copy(sessions);
        participants = Lists.copy(participants);
        streams = Lists.copy(streams);
        sessionRecordingAssocs = Lists.copy(sessionRecordingAssocs);
        participantSessionAssocs = Lists.copy(participantSessionAssocs);
        participantStreamAssocs = Lists.copy(participantStreamAssocs);
    }

    /**
     * The partial document that leads from an earlier state to this one (RFC 7865, 5): the elements that are new or
     * changed, each of them whole. Nothing that was said before is taken back by leaving it out.
     */
    public RecordingMetadata since(RecordingMetadata before) {
        return new RecordingMetadata(
                Datamode.PARTIAL,
                Lists.without(groups, before.groups),
                Lists.without(sessions, before.sessions),
                Lists.without(participants, before.participants),
                Lists.without(streams, before.streams),
                Lists.without(sessionRecordingAssocs, before.sessionRecordingAssocs),
                Lists.without(participantSessionAssocs, before.participantSessionAssocs),
                Lists.without(participantStreamAssocs, before.participantStreamAssocs));
    }

    /** The same without the associations of participants who neither send nor receive a stream now. */
    public RecordingMetadata withoutSilentParticipants() {
        return new RecordingMetadata(
                datamode,
                groups,
                sessions,
                participants,
                streams,
                sessionRecordingAssocs,
                participantSessionAssocs,
                participantStreamAssocs.stream()
                        .filter(assoc -> !assoc.isSilent())
                        .toList());
    }

    /** Whether it says nothing. */
    public boolean saysNothing() {
        return java.util.stream.Stream.of(
                        groups,
                        sessions,
                        participants,
                        streams,
                        sessionRecordingAssocs,
                        participantSessionAssocs,
                        participantStreamAssocs)
                .allMatch(List::isEmpty);
    }
}
