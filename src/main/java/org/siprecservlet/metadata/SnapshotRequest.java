package org.siprecservlet.metadata;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What a recording server sends that wants to be told everything anew: {@code requestsnapshot} in RFC 7865, section 7.
 *
 * @param reason why, in the server's words; empty when it does not say
 */
public record SnapshotRequest(String reason) {

    private static final QName ROOT = new QName(RecordingMetadata.NAMESPACE, "requestsnapshot");
    private static final QName REASON = new QName(RecordingMetadata.NAMESPACE, "requestreason");

    /**
     * Reads a document. The root decides; what else stands in it but the first reason is passed over.
     *
     * @return empty when it is another document
     * @throws MalformedMetadataException when it is not well-formed, or brings a document type declaration
     */
    public static Optional<SnapshotRequest> read(byte[] document) throws MalformedMetadataException {
        try {
            XMLStreamReader2 xml = MetadataXml.open(new ByteArrayInputStream(document));
            MetadataXml.moveToRoot(xml);
            boolean wanted = xml.getName().equals(ROOT);
            String reason = readToTheEnd(xml);
            return wanted ? Optional.of(new SnapshotRequest(reason)) : Optional.empty();
        } catch (XMLStreamException e) {
            throw new MalformedMetadataException("not well-formed XML: " + e.getMessage(), e);
        }
    }

    private static String readToTheEnd(XMLStreamReader2 xml) throws XMLStreamException {
        String reason = "";
        while (xml.hasNext()) {
            xml.next();
            if (reason.isEmpty() && xml.isStartElement() && xml.getName().equals(REASON)) {
                reason = xml.getElementText().strip();
            }
        }
        return reason;
    }
}
