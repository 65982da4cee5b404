package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;

/**
 * Writes extensions as elements of their own names and namespaces, where Jackson would name them all after the property.
 * Jackson knows nothing of mixed content either, so the elements go past it; they have to be the last property.
 */
final class ExtensionsSerializer extends StdSerializer<List<Extension>> {

    /** Extensions are children of children of the root. */
    private static final String NEW_LINE = "\r\n    ";

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
        for (Extension extension : extensions) {
            generator.writeRaw(NEW_LINE + ExtensionXml.write(extension));
        }
    }
}
