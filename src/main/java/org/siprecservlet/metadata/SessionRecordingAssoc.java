package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * Ties a call to this recording session for a time (RFC 7865, 6.4).
 *
 * @param associateTime when recording of the call began; null when not known
 * @param disassociateTime when it ended; null while it lasts
 */
public record SessionRecordingAssoc(
        @JacksonXmlProperty(isAttribute = true, localName = "session_id") MetadataId sessionId,
        @JsonProperty("associate-time") Instant associateTime,
        @JsonProperty("disassociate-time") Instant disassociateTime) {

    public SessionRecordingAssoc {
        Objects.requireNonNull(sessionId, "sessionrecordingassoc needs a session_id");
    }
}
