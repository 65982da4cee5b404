package org.siprecservlet.metadata;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.JacksonXmlAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;
import com.fasterxml.jackson.dataformat.xml.util.DefaultXmlPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** The one XML mapper here. Names its StAX implementation, since a container may put another one in front. */
final class MetadataXml {

    private static final WstxInputFactory INPUT = input();
    private static final WstxOutputFactory OUTPUT = output();
    private static final XmlMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultXmlPrettyPrinter().withCustomNewLine("\r\n"));

    private MetadataXml() {}

    static XMLStreamReader2 open(InputStream document) throws XMLStreamException {
        return (XMLStreamReader2) INPUT.createXMLStreamReader(document);
    }

    /** Goes to the root element. A document that could bring entities along is not read any further. */
    static void moveToRoot(XMLStreamReader2 document) throws XMLStreamException, MalformedMetadataException {
        while (document.next() != XMLStreamConstants.START_ELEMENT) {
            if (document.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedMetadataException("a document type declaration is not allowed");
            }
        }
    }

    static RecordingMetadata read(XMLStreamReader document) throws IOException {
        return MAPPER.readValue(document, RecordingMetadata.class);
    }

    static String write(RecordingMetadata metadata) throws IOException {
        return WRITER.writeValueAsString(metadata);
    }

    /** Writes an element that stands by itself, with its namespaces. */
    static XMLStreamWriter fragment(Writer text) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(text);
    }

    private static WstxInputFactory input() {
        WstxInputFactory input = new WstxInputFactory();
        input.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        input.setProperty(XMLInputFactory.IS_COALESCING, true);
        return input;
    }

    private static WstxOutputFactory output() {
        WstxOutputFactory output = new WstxOutputFactory();
        output.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        output.setProperty(XMLOutputFactory2.P_AUTOMATIC_NS_PREFIX, "x");
        output.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        return output;
    }

    private static XmlMapper mapper() {
        return XmlMapper.builder(new XmlFactory(INPUT, OUTPUT))
                .annotationIntrospector(new OneNamespace())
                .addModule(new SimpleModule()
                        .addSerializer(String.class, new XmlText())
                        .addSerializer(Instant.class, new InstantSerializer())
                        .addDeserializer(Instant.class, new InstantDeserializer()))
                .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                .enable(ToXmlGenerator.Feature.WRITE_XML_DECLARATION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Puts every element into the namespace of RFC 7865, so that the records need not say it each time. */
    private static final class OneNamespace extends JacksonXmlAnnotationIntrospector {

        OneNamespace() {
            super(false);
        }

        @Override
        public String findNamespace(MapperConfig<?> config, Annotated annotated) {
            return Boolean.TRUE.equals(isOutputAsAttribute(config, annotated))
                    ? super.findNamespace(config, annotated)
                    : RecordingMetadata.NAMESPACE;
        }
    }
}
