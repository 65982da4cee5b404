package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a name, which Jackson sees as a text when it has no language and as an object when it has one. */
final class NameDeserializer extends StdDeserializer<Name> {

    NameDeserializer() {
        super(Name.class);
    }

    @Override
    public Name deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode name = context.readTree(parser);
        return name.isTextual()
                ? new Name(name.asText(), null)
                : new Name(name.path("").asText(), name.path("lang").asText(null));
    }
}
