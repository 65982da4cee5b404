package org.siprecservlet.metadata;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads a nameID that was written by hand; says what is wrong with it. */
final class NameIdReader {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private NameIdReader() {}

    static boolean isNameId(XMLStreamReader2 xml) {
        return is(xml, "nameID");
    }

    static NameId read(XMLStreamReader2 xml) throws XMLStreamException, MalformedMetadataException {
        String aor = xml.getAttributeValue("", "aor");
        if (aor == null || aor.isBlank()) {
            throw new MalformedMetadataException("nameID has no aor, the participant's address");
        }
        if (xml.getAttributeCount() > 1) {
            throw new MalformedMetadataException("nameID can have no other attribute than aor");
        }
        Name name = null;
        while (XmlBlock.nextChild(xml)) {
            if (name != null || !is(xml, "name")) {
                throw new MalformedMetadataException("nameID can hold one name and nothing else");
            }
            name = name(xml);
        }
        return new NameId(aor.strip(), name);
    }

    private static Name name(XMLStreamReader2 xml) throws XMLStreamException, MalformedMetadataException {
        String language = xml.getAttributeValue(XML, "lang");
        if (xml.getAttributeCount() > (language == null ? 0 : 1)) {
            throw new MalformedMetadataException("name can have no other attribute than xml:lang");
        }
        return new Name(xml.getElementText(), language);
    }

    private static boolean is(XMLStreamReader2 xml, String name) {
        String namespace = xml.getNamespaceURI();
        boolean ours = namespace == null || namespace.isEmpty() || namespace.equals(RecordingMetadata.NAMESPACE);
        return ours && xml.getLocalName().equals(name);
    }
}
