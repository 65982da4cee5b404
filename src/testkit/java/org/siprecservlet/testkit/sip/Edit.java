package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A change to a message just before it is sent. Every sending method takes any number of them; they are applied in
 * order to a message that is otherwise right, so this is also how wrong messages are made.
 */
@FunctionalInterface
public interface Edit {

    SipMessage apply(SipMessage message);

    /** Adds a header field. */
    static Edit header(String name, String value) {
        return m -> m.with(name, value);
    }

    /** Puts a header field in the place of all of that name. */
    static Edit set(String name, String value) {
        return m -> m.set(name, value);
    }

    static Edit without(String name) {
        return m -> m.without(name);
    }

    /** Gives the message a session description. */
    static Edit sdp(String text) {
        return body("application/sdp", text);
    }

    static Edit body(String mediaType, String text) {
        return m -> m.withBody(mediaType, text.getBytes(UTF_8));
    }

    /** Gives the message a multipart/mixed body. */
    static Edit multipart(BodyPart... parts) {
        String boundary = "testkit-boundary";
        return m -> m.withBody("multipart/mixed;boundary=" + boundary, BodyPart.join(boundary, parts));
    }

    /** Another reason phrase than the usual one. */
    static Edit reason(String phrase) {
        return m -> m.withStartLine("SIP/2.0 " + m.status() + " " + phrase);
    }

    static SipMessage all(SipMessage message, Edit... edits) {
        SipMessage edited = message;
        for (Edit edit : edits) {
            edited = edit.apply(edited);
        }
        return edited;
    }

    /** This edit before the given ones. */
    default Edit then(Edit... more) {
        return m -> all(apply(m), more);
    }
}
