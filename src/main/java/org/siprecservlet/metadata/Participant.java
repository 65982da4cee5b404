package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who takes part in recorded calls (RFC 7865, 6.5).
 *
 * @param nameIds at least one; the first should be a {@code sip:} URI, since many recorders read no other
 * @param extensions what RFC 7865 has no element for; written, not read
 */
public record Participant(
        @JacksonXmlProperty(isAttribute = true, localName = "participant_id") MetadataId id,
        @JsonProperty("nameID") List<NameId> nameIds,
        @JsonSerialize(using = ExtensionsSerializer.class) List<Extension> extensions) {

    public Participant {
        Objects.requireNonNull(id, "participant needs a participant_id");
        nameIds = Lists.copy(nameIds);
        extensions = Lists.copy(extensions);
        if (nameIds.isEmpty()) {
            throw new IllegalArgumentException("participant needs a nameID");
        }
    }
}
