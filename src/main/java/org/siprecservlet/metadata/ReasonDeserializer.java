package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads a reason: attributes beside a text, which Jackson does not bring into a record by itself. */
final class ReasonDeserializer extends StdDeserializer<Reason> {

    private static final Pattern CAUSE = Pattern.compile("[0-9]{1,4}");

    ReasonDeserializer() {
        super(Reason.class);
    }

    @Override
    public Reason deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode reason = context.readTree(parser);
        String cause = reason.path("cause").asText();
        if (!CAUSE.matcher(cause).matches()) {
            return (Reason) context.handleWeirdStringValue(Reason.class, cause, "reason needs a number as cause");
        }
        String protocol = reason.path("protocol").asText("SIP");
        return new Reason(Short.parseShort(cause), protocol, reason.path("").asText());
    }
}
