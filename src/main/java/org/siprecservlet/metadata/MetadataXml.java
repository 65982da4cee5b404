package org.siprecservlet.metadata;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.xml.JacksonXmlAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;
import com.fasterxml.jackson.dataformat.xml.util.DefaultXmlPrettyPrinter;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.codehaus.stax2.XMLOutputFactory2;

/** The one XML mapper of this package. Names its StAX implementation, since a container may put another one in front. */
final class MetadataXml {

    private static final XmlMapper MAPPER = mapper();

    private MetadataXml() {}

    static ObjectWriter writer() {
        return MAPPER.writer(new DefaultXmlPrettyPrinter().withCustomNewLine("\r\n"));
    }

    private static XmlMapper mapper() {
        WstxOutputFactory output = new WstxOutputFactory();
        output.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        output.setProperty(XMLOutputFactory2.P_AUTOMATIC_NS_PREFIX, "x");
        return XmlMapper.builder(new XmlFactory(new WstxInputFactory(), output))
                .annotationIntrospector(new OneNamespace())
                .addModule(new SimpleModule()
                        .addSerializer(String.class, new XmlText())
                        .addSerializer(Instant.class, new Rfc3339()))
                .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                .enable(ToXmlGenerator.Feature.WRITE_XML_DECLARATION)
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

    /** Always three digits of fraction and Z: what strict date readers of recorders take. */
    private static final class Rfc3339 extends StdScalarSerializer<Instant> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        Rfc3339() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(FORMAT.format(time));
        }
    }
}
