package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
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
                    reply.accept(reply(response));
                }
            };
            answers.handleResponsesTo(message);
            Messages.send(message);
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "Recording session " + session.getCallId() + ": " + e.getMessage());
            reply.accept(ServerReply.NOT_SENT);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, request.method() + " to a recording server was not sent", e);
            reply.accept(ServerReply.NOT_SENT);
        }
    }

    private static ServerReply reply(SipServletResponse response) {
        return MadeUpResponse.isOne(response) && response.getStatus() == 503
                ? ServerReply.NOT_SENT
                : new ServerReply(response.getStatus(), SrsReinvite.phrase(response));
    }
}
