package org.siprecservlet.rest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.Headers;
import org.siprecservlet.recording.BadMessageException;
import org.siprecservlet.recording.InDialogRequest;

/**
 * A message that a client wants to be sent to a recorder. The names are a contract.
 *
 * @param headers null: none
 * @param contentType of the body; means nothing without one
 * @param body a text, sent in UTF-8; null: none
 */
record MessageJson(String method, Map<String, String> headers, String contentType, String body) {

    /** @throws ProblemException when it may not be sent; names the field */
    InDialogRequest request() {
        if (method == null) {
            throw new ProblemException(Problem.badField("method", "it is missing"));
        }
        try {
            return new InDialogRequest(method, sipHeaders(), sipBody());
        } catch (BadMessageException e) {
            throw new ProblemException(Problem.badField(e.field(), e.getMessage()));
        }
    }

    private Headers sipHeaders() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> values.put(name, List.of(present(name, value))));
        }
        return Headers.of(values);
    }

    private static String present(String name, String value) {
        if (value == null) {
            throw new ProblemException(Problem.badField("headers." + name, "it has to be a text"));
        }
        return value;
    }

    private Body sipBody() {
        return body == null || body.isEmpty()
                ? Body.NONE
                : new Body(contentType == null ? "" : contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
