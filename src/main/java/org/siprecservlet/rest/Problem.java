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
 * @param field the field of the body that is wrong; null when the error is not about one
 * @param sipStatus the status with which the recorder refused; null when no recorder did
 */
public record Problem(
        String type, String title, int status, String detail, String code, String field, Integer sipStatus)
        implements Audited {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<String, String> DETAILS = Map.of(
            "not-found", "There is nothing at this path.",
            "method-not-allowed", "This path can not be used with this method.",
            "not-acceptable", "This path has none of the media types in Accept.",
            "unsupported-media-type", "The body has to be JSON, and Content-Type has to say application/json.");

    /** An error with a code of its own. */
    static Problem of(StatusType status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, code, null, null);
    }

    /** What there is to say about a status that the container chose. */
    static Problem of(StatusType status) {
        String phrase = status.getReasonPhrase();
        String code = phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return of(status, code, DETAILS.getOrDefault(code, phrase));
    }

    static Problem recordingNotFound(String id) {
        return of(Status.NOT_FOUND, "recording-not-found", "There is no recording \"" + id + "\", or no longer.");
    }

    static Problem callNotFound(String id) {
        return of(
                Status.NOT_FOUND, "call-not-found", "There is no call with the Call-ID \"" + id + "\", or no longer.");
    }

    static Problem noMetadataYet(String id) {
        return of(
                Status.NOT_FOUND, "no-metadata-yet", "No metadata has been sent for the recording \"" + id + "\" yet.");
    }

    static Problem badParameter(String name, String expected) {
        return of(Status.BAD_REQUEST, "bad-parameter", "The parameter \"" + name + "\" has to be " + expected + ".");
    }

    /**
     * A field of the body can not be used.
     *
     * @param why a sentence, or the end of one
     */
    static Problem badField(String field, String why) {
        String end = why.endsWith(".") ? "" : ".";
        return of(Status.BAD_REQUEST, "bad-field", "The field \"" + field + "\" can not be used: " + why + end)
                .with(field, null);
    }

    static Problem serverNotConfigured(String uri) {
        return of(
                        Status.FORBIDDEN,
                        "server-not-configured",
                        "No configuration names the recorder " + uri + ", and siprec.rest.any-server is not set.")
                .with("servers", null);
    }

    static Problem noServer() {
        return of(
                Status.CONFLICT,
                "no-server",
                "The request names no recorder, and siprec.srs names none for such requests.");
    }

    static Problem noAnswerYet() {
        return of(
                Status.GATEWAY_TIMEOUT,
                "no-answer-yet",
                "The message has been sent, and the recorder has not answered it so far.");
    }

    Problem with(String field, Integer sipStatus) {
        return new Problem(type, title, status, detail, code, field, sipStatus);
    }

    static Problem malformedJson(String where) {
        return of(Status.BAD_REQUEST, "malformed-json", "The body is not one JSON object" + where + ".");
    }

    static Problem bodyTooLarge(int most) {
        return of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "The body has more than " + most + " octets.");
    }

    static Problem unexpected() {
        return of(
                Status.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong in the server. Its log has the details.");
    }

    /** Nobody can show who he is, and the request is not from here. */
    public static Problem onlyFromThisMachine(String why) {
        return of(
                Status.FORBIDDEN,
                "only-from-this-machine",
                "As long as no users are configured, requests are answered only on this machine, and " + why + ".");
    }

    public static Problem notAuthenticated() {
        return of(Status.UNAUTHORIZED, "not-authenticated", "Say who you are.");
    }

    public static Problem badCredentials() {
        return of(Status.UNAUTHORIZED, "bad-credentials", "The password or the token is not one that is taken here.");
    }

    public static Problem tooManyLogins() {
        return of(Status.TOO_MANY_REQUESTS, "too-many-logins", "Too many passwords are being checked. Try again.");
    }

    public static Problem roleMissing(String role) {
        return of(Status.FORBIDDEN, "role-missing", "This needs the role " + role + ".");
    }

    public static Problem crossSite() {
        return of(Status.FORBIDDEN, "cross-site", "A page of another site sent this request.");
    }

    public static Problem tooManyListeners() {
        return of(
                Status.SERVICE_UNAVAILABLE,
                "too-many-listeners",
                "As many clients as may listen to events do so already.");
    }

    public static Problem notAcceptable() {
        return of(Status.NOT_ACCEPTABLE);
    }

    public static Problem methodNotAllowed() {
        return of(Status.METHOD_NOT_ALLOWED);
    }

    @Override
    public String outcome() {
        return code;
    }

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
