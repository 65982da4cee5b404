package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;
import java.io.IOException;
import java.util.List;
import javax.xml.namespace.QName;

/** Writes each extension as an element of its own name, where Jackson would name them all after the property. */
final class ExtensionsSerializer extends StdSerializer<List<Extension>> {

    ExtensionsSerializer() {
        super(List.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, List<Extension> extensions) {
        return extensions.isEmpty();
    }

    @Override
    public void serialize(List<Extension> extensions, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        ToXmlGenerator xml = (ToXmlGenerator) generator;
        boolean named = true;
        for (Extension extension : extensions) {
            if (!named) {
                xml.writeFieldName(extension.name());
            }
            xml.setNextName(new QName(extension.namespace(), extension.name()));
            xml.writeString(XmlText.oneLegalLine(extension.text()));
            named = false;
        }
    }
}
