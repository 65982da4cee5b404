package org.siprecservlet.metadata;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads elements of extension data. */
final class ExtensionReader {

    private static final int DEEPEST = 32;

    private ExtensionReader() {}

    static Extension read(XMLStreamReader2 xml) throws XMLStreamException, MalformedMetadataException {
        return element(xml, 1);
    }

    private static Extension element(XMLStreamReader2 xml, int depth)
            throws XMLStreamException, MalformedMetadataException {
        if (depth > DEEPEST) {
            throw new MalformedMetadataException("its elements are nested more than " + DEEPEST + " deep");
        }
        String namespace = text(xml.getNamespaceURI());
        return new Extension(
                namespace.isEmpty() ? Extension.OWN_NAMESPACE : namespace,
                xml.getLocalName(),
                attributes(xml),
                content(xml, depth));
    }

    private static List<ExtensionAttribute> attributes(XMLStreamReader2 xml) {
        List<ExtensionAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.add(new ExtensionAttribute(
                    text(xml.getAttributeNamespace(i)), xml.getAttributeLocalName(i), xml.getAttributeValue(i)));
        }
        return attributes;
    }

    private static List<ExtensionNode> content(XMLStreamReader2 xml, int depth)
            throws XMLStreamException, MalformedMetadataException {
        List<ExtensionNode> content = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                content.add(element(xml, depth + 1));
            } else if (xml.isCharacters() && !xml.isWhiteSpace()) {
                content.add(new ExtensionText(xml.getText()));
            }
        }
        return content;
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
