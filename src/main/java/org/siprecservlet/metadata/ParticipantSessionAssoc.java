package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Ties a participant to a call for a time (RFC 7865, 6.6).
 *
 * @param associateTime when the participant joined; null when not known
 * @param disassociateTime when the participant left; null while taking part
 * @param params capabilities that the participant's Contact showed in this call
 */
public record ParticipantSessionAssoc(
        @JacksonXmlProperty(isAttribute = true, localName = "participant_id") MetadataId participantId,
        @JacksonXmlProperty(isAttribute = true, localName = "session_id") MetadataId sessionId,
        @JsonProperty("associate-time") Instant associateTime,
        @JsonProperty("disassociate-time") Instant disassociateTime,
        @JsonProperty("param") List<Param> params) {

    public ParticipantSessionAssoc {
        Objects.requireNonNull(participantId, "participantsessionassoc needs a participant_id");
        Objects.requireNonNull(sessionId, "participantsessionassoc needs a session_id");
        params = Lists.copy(params);
    }
}
