package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Sessions that belong together, such as the two of a transfer (RFC 7865, 6.2).
 *
 * @param associateTime when the grouping began; null when not known
 * @param disassociateTime when it ended; null while it lasts
 * @param extensions what RFC 7865 has no element for; written, not read
 */
public record Group(
        @JacksonXmlProperty(isAttribute = true, localName = "group_id") MetadataId id,
        @JsonProperty("associate-time") Instant associateTime,
        @JsonProperty("disassociate-time") Instant disassociateTime,
        @JsonSerialize(using = ExtensionsSerializer.class) List<Extension> extensions) {

    public Group {
        Objects.requireNonNull(id, "group needs a group_id");
        extensions = Lists.copy(extensions);
    }
}
