package org.siprecservlet.sip;

import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.ServerReply;

/** Sends a request that somebody wants to be sent within a recording session. */
final class SrsMessage {

    private static final System.Logger LOG = System.getLogger(SrsMessage.class.getName());

    private SrsMessage() {}

    /** Never throws: what can not be sent is answered as containers do it, with 503. */
    static void send(SipSession session, InDialogRequest request, Consumer<ServerReply> reply) {
        try {
            SipServletRequest message = session.createRequest(request.method());
            request.headers()
                    .names()
                    .forEach(name -> request.headers().all(name).forEach(value -> message.addHeader(name, value)));
            MessageBody.put(request.body(), message);
            ResponseHandler answers = response -> {
                if (response.getStatus() >= 200) {
                    reply.accept(new ServerReply(response.getStatus(), SrsReinvite.phrase(response)));
                }
            };
            answers.handleResponsesTo(message);
            Messages.send(message);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, request.method() + " to a recording server was not sent", e);
            reply.accept(new ServerReply(503, "It could not be sent"));
        }
    }
}
