package org.siprecservlet.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;

/** Sends messages. */
final class Messages {

    private static final System.Logger LOG = System.getLogger(Messages.class.getName());

    private Messages() {}

    /** Sends; a container that throws for an unreachable peer is told apart by the unchecked exception. */
    static void send(SipServletMessage message) {
        try {
            message.send();
        } catch (IOException e) {
            throw new UncheckedIOException(message.getMethod() + " could not be sent: " + e.getMessage(), e);
        }
    }

    /** An answer to one leg's request made of the other leg's answer. */
    static SipServletResponse answer(SipServletRequest to, SipServletResponse from, Body body) {
        SipServletResponse answer = to.createResponse(from.getStatus(), from.getReasonPhrase());
        MessageHeaders.copy(from, answer);
        if (from.getStatus() >= 300 && from.getStatus() < 400) {
            MessageHeaders.copy("Contact", from, answer);
        }
        MessageBody.put(body, answer);
        return answer;
    }

    /** Answers a request with a refusal that tells why. */
    static void refuse(SipServletRequest request, CallRefused why) {
        if (request.isCommitted()) {
            return;
        }
        SipServletResponse refusal = request.createResponse(why.status());
        refusal.setHeader("Warning", "399 siprec-servlet \"" + quotable(why.getMessage()) + "\"");
        send(refusal);
    }

    /**
     * Cancels an INVITE that was sent. A container may hold the CANCEL back until a provisional answer allows it, may send
     * nothing, or may object since the final answer is already there: then that answer decides.
     */
    static void cancel(SipServletRequest invite) {
        try {
            invite.createCancel().send();
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Call-ID " + invite.getCallId() + ": no CANCEL was sent", e);
        }
    }

    static void sendReliably(SipServletResponse response) {
        try {
            response.sendReliably();
        } catch (Rel100Exception e) {
            throw new IllegalStateException("the caller does not take reliable provisional answers", e);
        }
    }

    private static String quotable(String text) {
        return text.replaceAll("[^ -~]", "?").replace('"', '\'').replace('\\', '/');
    }
}
