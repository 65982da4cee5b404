package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which streams a participant sends and receives (RFC 7865, 6.8). Both lists empty: neither sends nor receives now.
 *
 * @param send ids of the streams the participant contributes to
 * @param receive ids of the streams the participant hears or sees
 * @param associateTime since when; null when not known
 * @param disassociateTime until when; null while it lasts
 */
public record ParticipantStreamAssoc(
        @JacksonXmlProperty(isAttribute = true, localName = "participant_id") MetadataId participantId,
        List<MetadataId> send,
        @JsonProperty("recv") List<MetadataId> receive,
        @JsonProperty("associate-time") Instant associateTime,
        @JsonProperty("disassociate-time") Instant disassociateTime) {

    public ParticipantStreamAssoc {
        Objects.requireNonNull(participantId, "participantstreamassoc needs a participant_id");
        send = Lists.copy(send);
        receive = Lists.copy(receive);
    }

    boolean isSilent() {
        return send.isEmpty() && receive.isEmpty();
    }
}
