package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes metadata documents as recorders want them: UTF-8 with an XML declaration, no prefixes on the elements of RFC
 * 7865, indented, CRLF line ends, no empty line and none at the end. Whatever text the records hold, the document is well-formed and
 * fits the schema of RFC 7865, section 9. Stateless, safe for use by several threads.
 */
public final class MetadataWriter {

    private final ObjectWriter writer = MetadataXml.writer();

    /** The document as it goes into the message. */
    public byte[] write(RecordingMetadata metadata) {
        Objects.requireNonNull(metadata);
        try {
            return writer.writeValueAsString(metadata).strip().getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata that can not be written", e);
        }
    }
}
