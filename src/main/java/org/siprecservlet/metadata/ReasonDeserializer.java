package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a reason: attributes beside a text, which Jackson does not bring into a record by itself. */
final class ReasonDeserializer extends StdDeserializer<Reason> {

    ReasonDeserializer() {
        super(Reason.class);
    }

    @Override
    public Reason deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode reason = context.readTree(parser);
        short cause = Short.parseShort(reason.path("cause").asText());
        return new Reason(
                cause, reason.path("protocol").asText("SIP"), reason.path("").asText());
    }
}
