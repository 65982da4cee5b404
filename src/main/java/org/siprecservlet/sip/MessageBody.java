package org.siprecservlet.sip;

import java.io.IOException;
import javax.servlet.sip.SipServletMessage;
import org.siprecservlet.body.Body;

/** Reads and writes the body of a container's message byte for byte. */
final class MessageBody {

    private MessageBody() {}

    static Body of(SipServletMessage message) {
        try {
            byte[] bytes = message.getRawContent();
            if (bytes == null || bytes.length == 0) {
                return Body.NONE;
            }
            String type = message.getContentType();
            return new Body(type == null ? "application/octet-stream" : type, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("the container could not give the body of a message", e);
        }
    }

    static void put(Body body, SipServletMessage message) {
        if (body.isEmpty()) {
            return;
        }
        try {
            // The type's parameters come second: a container may try to use a charset that it does not know.
            message.setContent(body.bytes(), body.mediaType());
            message.setHeader("Content-Type", body.contentType());
        } catch (IOException e) {
            throw new IllegalStateException("the container did not take a body of type " + body.contentType(), e);
        }
    }
}
