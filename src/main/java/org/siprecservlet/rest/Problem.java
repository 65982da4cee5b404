package org.siprecservlet.rest;

import java.util.Locale;
import java.util.Map;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.Status;
import javax.ws.rs.core.Response.StatusType;

/**
 * An error as a problem document (RFC 9457).
 *
 * @param code what programs go by; never changes its meaning
 */
record Problem(String type, String title, int status, String detail, String code) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<String, String> DETAILS = Map.of(
            "not-found", "There is nothing at this path.",
            "method-not-allowed", "This path can not be used with this method.",
            "not-acceptable", "This path has none of the media types in Accept.");

    static Problem recordingNotFound(String id) {
        return of(Status.NOT_FOUND, "recording-not-found", "There is no recording \"" + id + "\", or no longer.");
    }

    static Problem noMetadataYet(String id) {
        return of(
                Status.NOT_FOUND, "no-metadata-yet", "No metadata has been sent for the recording \"" + id + "\" yet.");
    }

    static Problem badParameter(String name, String expected) {
        return of(Status.BAD_REQUEST, "bad-parameter", "The parameter \"" + name + "\" has to be " + expected + ".");
    }

    static Problem unexpected() {
        return of(
                Status.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong in the server. Its log has the details.");
    }

    /** What there is to say about a status that the container chose. */
    static Problem of(StatusType status) {
        String phrase = status.getReasonPhrase();
        String code = phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return of(status, code, DETAILS.getOrDefault(code, phrase));
    }

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    private static Problem of(StatusType status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, code);
    }
}
