package org.siprecservlet.metadata;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Elements side by side, without prolog, as people write them into a setting. A DTD can not be part of it. */
final class XmlBlock {

    /** It has to fit into a SIP message, with everything else. */
    static final int LONGEST = 8192;

    private XmlBlock() {}

    /** Reads one element; the reader stands at its start, and is left at its end. */
    @FunctionalInterface
    interface ElementReader<T> {
        T read(XMLStreamReader2 xml) throws XMLStreamException, MalformedMetadataException;
    }

    /** Reads every element that stands side by side in the block. */
    static <T> List<T> read(String block, ElementReader<T> element) throws MalformedMetadataException {
        if (block.length() > LONGEST) {
            throw new MalformedMetadataException("it is longer than " + LONGEST + " characters");
        }
        byte[] document = ("<block>" + block + "</block>").getBytes(StandardCharsets.UTF_8);
        try {
            return elements(MetadataXml.open(new ByteArrayInputStream(document)), element);
        } catch (XMLStreamException e) {
            throw new MalformedMetadataException("it is not well-formed XML: " + firstLine(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new MalformedMetadataException(e.getMessage(), e);
        }
    }

    private static <T> List<T> elements(XMLStreamReader2 xml, ElementReader<T> element)
            throws XMLStreamException, MalformedMetadataException {
        List<T> elements = new ArrayList<>();
        xml.nextTag();
        while (nextChild(xml)) {
            elements.add(element.read(xml));
        }
        while (xml.hasNext()) {
            xml.next();
        }
        return elements;
    }

    /** Goes to the next element within the current one, past white space and comments; false at the end. */
    static boolean nextChild(XMLStreamReader2 xml) throws XMLStreamException, MalformedMetadataException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.isEndElement()) {
                return false;
            }
            if (xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT && !xml.isWhiteSpace()) {
                throw new MalformedMetadataException("there is text where only elements can be");
            }
        }
        return true;
    }

    /** The parser's second line only says where in a document that nobody has seen. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
