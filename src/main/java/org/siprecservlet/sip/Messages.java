package org.siprecservlet.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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

    /**
     * Sends an answer. One that can not be sent is lost, as on the wire: whoever waits for it has gone, or the container finds
     * that the other side's answer breaks a rule.
     */
    static void reply(SipServletResponse answer) {
        try {
            answer.send();
        } catch (IOException | IllegalStateException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Call-ID {0}: {1} to {2} could not be sent: {3}",
                    answer.getCallId(),
                    answer.getStatus(),
                    answer.getMethod(),
                    e.getMessage());
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
        if (request.isCommitted() || hasNoAnswer(request.getMethod())) {
            return;
        }
        SipServletResponse refusal;
        try {
            refusal = request.createResponse(why.status());
        } catch (IllegalStateException e) {
            // Restcomm does not call a request committed that it has answered itself, to a CANCEL.
            LOG.log(System.Logger.Level.DEBUG, () -> "Call-ID " + request.getCallId() + " was answered before", e);
            return;
        }
        why.headers().forEach(refusal::setHeader);
        refusal.setHeader("Warning", "399 siprec-servlet \"" + quotable(why.getMessage()) + "\"");
        reply(refusal);
    }

    /** Cancels an INVITE that was sent, by this server's own decision. */
    static void cancel(SipServletRequest invite) {
        cancel(invite, Optional.empty());
    }

    /**
     * Cancels an INVITE that was sent and has got a provisional answer; without one a container sends nothing. It may
     * object since the final answer is already there: then that answer decides.
     *
     * @param original the CANCEL that is passed on, which may say why (RFC 3326)
     */
    static void cancel(SipServletRequest invite, Optional<SipServletRequest> original) {
        try {
            SipServletRequest cancel = invite.createCancel();
            original.ifPresent(received -> MessageHeaders.copy("Reason", received, cancel));
            cancel.send();
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

    /** An ACK never has one, and that to a CANCEL is the container's. */
    private static boolean hasNoAnswer(String method) {
        return method.equals("ACK") || method.equals("CANCEL");
    }

    private static String quotable(String text) {
        return text.replaceAll("[^ -~]", "?").replace('"', '\'').replace('\\', '/');
    }
}
