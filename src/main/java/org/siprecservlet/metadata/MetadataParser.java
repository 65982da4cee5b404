package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads metadata documents, complete and partial, with any prefix. Elements of foreign namespaces are passed over,
 * {@link Session#extensions} too. A DTD is refused, so there are no entities to expand or to fetch. Does not judge: ids
 * may refer to what an earlier document defined, or to nothing. Stateless, safe for use by several threads.
 */
public final class MetadataParser {

    /**
     * Reads a document.
     *
     * @throws MalformedMetadataException when it is not well-formed, is something else than metadata, or lacks what RFC
     *     7865, section 9 requires
     */
    public RecordingMetadata parse(byte[] document) throws MalformedMetadataException {
        try {
            XMLStreamReader2 xml = MetadataXml.open(new ByteArrayInputStream(document));
            MetadataXml.moveToRoot(xml);
            requireMetadata(xml);
            return MetadataXml.read(new OwnElements(xml));
        } catch (XMLStreamException | IOException e) {
            throw malformed(e);
        }
    }

    private static MalformedMetadataException malformed(Exception e) {
        Throwable cause = innermostCause(e);
        return e instanceof JsonMappingException mapping && !(cause instanceof XMLStreamException)
                ? new MalformedMetadataException("not recording metadata: " + place(mapping) + message(cause), e)
                : new MalformedMetadataException("not well-formed XML: " + message(cause), e);
    }

    /** It says in plain words what Jackson wraps in the names of Java classes. */
    private static Throwable innermostCause(Throwable e) {
        return e.getCause() == null ? e : innermostCause(e.getCause());
    }

    private static String message(Throwable cause) {
        return cause instanceof JsonProcessingException jackson ? jackson.getOriginalMessage() : cause.getMessage();
    }

    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .map(element -> element + ": ")
                .collect(Collectors.joining());
    }

    private static void requireMetadata(XMLStreamReader2 xml) throws MalformedMetadataException {
        if (!xml.getName().equals(RecordingMetadata.ROOT)) {
            throw new MalformedMetadataException("the root is " + xml.getName() + ", not " + RecordingMetadata.ROOT);
        }
    }
}
