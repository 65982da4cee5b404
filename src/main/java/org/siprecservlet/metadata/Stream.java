package org.siprecservlet.metadata;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.Objects;

/**
 * One recorded media stream (RFC 7865, 6.7).
 *
 * @param sessionId the call it belongs to; null in a recording session that has no call yet
 * @param label the {@code a=label} of its media description in the same message; null when it is not delivered
 */
public record Stream(
        @JacksonXmlProperty(isAttribute = true, localName = "stream_id") MetadataId id,
        @JacksonXmlProperty(isAttribute = true, localName = "session_id") MetadataId sessionId,
        String label) {

    public Stream {
        Objects.requireNonNull(id, "stream needs a stream_id");
    }
}
