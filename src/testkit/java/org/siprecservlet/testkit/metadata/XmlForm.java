package org.siprecservlet.testkit.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The outer form of a document: its encoding, its being XML at all, and the schema. */
final class XmlForm {

    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml\\s+version=[\"']1\\.0[\"']\\s+encoding=[\"'](?i:utf-8)[\"'].*", Pattern.DOTALL);
    private static final Schema SCHEMA = schema();

    private XmlForm() {}

    /** The content of a document, unless it is not well-formed; adds what is wrong with its form to the faults. */
    static Optional<Content> read(byte[] document, List<String> faults) {
        checkEncoding(document, faults);
        try {
            Element root = builder().parse(new ByteArrayInputStream(document)).getDocumentElement();
            validate(document, faults);
            return Optional.of(new Content(root));
        } catch (SAXException | IOException e) {
            faults.add("The document is not well-formed XML without DTD: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void checkEncoding(byte[] document, List<String> faults) {
        try {
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            if (!DECLARATION.matcher(text).matches()) {
                faults.add("The document does not start with an XML declaration of version 1.0 and encoding UTF-8.");
            }
        } catch (CharacterCodingException e) {
            faults.add("The document is not UTF-8.");
        }
    }

    private static void validate(byte[] document, List<String> faults) throws SAXException, IOException {
        Validator validator = SCHEMA.newValidator();
        validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        validator.setErrorHandler(new FaultCollector(faults));
        validator.validate(new StreamSource(new ByteArrayInputStream(document)));
    }

    private static DocumentBuilder builder() throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new FaultCollector(new ArrayList<>()));
            return builder;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(XmlForm.class.getResource("rs-metadata.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of RFC 7865 can not be read", e);
        }
    }

    /** Turns what breaks the schema into faults; what is not XML stays an exception. */
    private record FaultCollector(List<String> faults) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            error(warning);
        }

        @Override
        public void error(SAXParseException error) {
            faults.add("The schema refuses line " + error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
