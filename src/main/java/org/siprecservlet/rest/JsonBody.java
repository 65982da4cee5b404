package org.siprecservlet.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import javax.ws.rs.core.Response.Status;

/**
 * Reads the body of a request strictly: one JSON object of bounded size, with known fields only, each once and of its type.
 */
final class JsonBody {

    static final int MOST_OCTETS = 64 * 1024;

    private static final byte[] NO_FIELDS = {'{', '}'};
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private JsonBody() {}

    /**
     * Reads it into a record. No body at all is an object without fields.
     *
     * @param contentType what the request says of it; null when it says nothing, which only an empty body may
     * @throws ProblemException when it is not said to be JSON, is too large, no JSON object, or a field is wrong; names the field
     */
    static <T> T read(String contentType, InputStream body, Class<T> type) throws IOException {
        byte[] octets = body.readNBytes(MOST_OCTETS + 1);
        if (octets.length > MOST_OCTETS) {
            throw new ProblemException(Problem.bodyTooLarge(MOST_OCTETS));
        }
        boolean said = contentType == null ? octets.length == 0 : isJson(contentType);
        if (!said) {
            throw new ProblemException(Problem.of(Status.UNSUPPORTED_MEDIA_TYPE));
        }
        try {
            T read = STRICT.readValue(octets.length == 0 ? NO_FIELDS : octets, type);
            if (read == null) {
                throw new ProblemException(Problem.malformedJson(""));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new ProblemException(problem(e));
        }
    }

    /** Not left to Consumes: containers do not agree on whether a request without a body needs a type. */
    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static Problem problem(JsonProcessingException e) {
        boolean wellFormed = !(e.getCause() instanceof StreamReadException);
        String field = wellFormed && e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (field.isEmpty()) {
            return Problem.malformedJson(where(e.getLocation()));
        }
        return Problem.badField(field, why(e));
    }

    private static String why(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "there is no such field";
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted == null) {
            return "it has to be a text";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "it has to be a list of texts";
        }
        return Map.class.isAssignableFrom(wanted) ? "it has to be an object of texts" : "it has to be a text";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(
                    step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + step.getFieldName());
        }
        return path.toString();
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : ", see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
