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
        if (name.isTextual()) {
            return new Name(name.asText(), null);
        }
        String language = name.path("lang").asText();
        return new Name(name.path("").asText(), language.isEmpty() ? null : language);
    }
}
