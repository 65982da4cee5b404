package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A communication session: the recorded call (RFC 7865, 6.3).
 *
 * @param sipSessionIds one for each SIP dialog of the call that has one
 * @param reasons why the call ended; empty while it lasts
 * @param groupRef the group it belongs to; null when there is none
 * @param startTime when the call began; null when not known
 * @param stopTime when it ended; null while it lasts
 * @param extensions what RFC 7865 has no element for; written, not read
 */
public record Session(
        @JacksonXmlProperty(isAttribute = true, localName = "session_id") MetadataId id,
        @JsonProperty("sipSessionID") List<SipSessionId> sipSessionIds,
        @JsonProperty("reason") List<Reason> reasons,
        @JsonProperty("group-ref") MetadataId groupRef,
        @JsonProperty("start-time") Instant startTime,
        @JsonProperty("stop-time") Instant stopTime,
        @JsonSerialize(using = ExtensionsSerializer.class) List<Extension> extensions) {

    public Session {
        Objects.requireNonNull(id, "session needs a session_id");
        sipSessionIds = Lists.copy(sipSessionIds);
        reasons = Lists.copy(reasons);
        extensions = Lists.copy(extensions);
    }
}
