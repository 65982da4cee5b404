package org.siprecservlet.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes metadata documents as recorders want them: UTF-8 with an XML declaration, no prefixes on the elements of RFC
 * 7865, indented, CRLF between lines, no empty line and no line end after the last. Whatever text the records hold, the
 * document is well-formed and fits the schema of RFC 7865, section 9. Stateless, safe for use by several threads.
 */
public final class MetadataWriter {

    /** The document as it goes into the message. */
    public byte[] write(RecordingMetadata metadata) {
        Objects.requireNonNull(metadata);
        try {
            return MetadataXml.write(metadata).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("metadata that can not be written", e);
        }
    }
}
