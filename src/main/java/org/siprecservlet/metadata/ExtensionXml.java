package org.siprecservlet.metadata;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Extension data as XML, with all namespaces declared within it. */
final class ExtensionXml {

    private ExtensionXml() {}

    static String write(Extension extension) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = MetadataXml.fragment(text);
            write(extension, xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("extension data that can not be written", e);
        }
        return text.toString();
    }

    private static void write(Extension element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element.namespace(), element.name());
        for (ExtensionAttribute attribute : element.attributes()) {
            String value = XmlText.oneLegalLine(attribute.value());
            if (attribute.namespace().isEmpty()) {
                xml.writeAttribute(attribute.name(), value);
            } else {
                xml.writeAttribute(attribute.namespace(), attribute.name(), value);
            }
        }
        for (ExtensionNode node : element.content()) {
            if (node instanceof Extension child) {
                write(child, xml);
            } else if (node instanceof ExtensionText text) {
                xml.writeCharacters(XmlText.oneLegalLine(text.value()));
            }
        }
        xml.writeEndElement();
    }
}
