package org.siprecservlet.sip;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/**
 * The reliable provisional answers to one INVITE on their way to the side that called (RFC 3262). One goes out when the one
 * before it has got its PRACK.
 */
final class ReliableAnswers {

    /** The first one has gone out, and waits for its PRACK. */
    private final Deque<Answer> waiting = new ArrayDeque<>();

    private record Answer(SipServletResponse received, SipServletResponse passed) {}

    /** Passes an answer on, now or in its turn. */
    void pass(SipServletResponse received, SipServletResponse passed) {
        // The container demands it anew.
        passed.removeHeader("Require");
        waiting.add(new Answer(received, passed));
        if (waiting.size() == 1) {
            Messages.sendReliably(passed);
        }
    }

    /** Takes the answer that the side that called has acknowledged, as it was received from the other side. */
    SipServletResponse takeAcknowledged() throws CallRefused {
        if (waiting.isEmpty()) {
            throw new CallRefused(481, "No provisional answer waits for this PRACK");
        }
        return waiting.poll().received();
    }

    /** Passes the next one on, if there is any. */
    void passNext() {
        if (!waiting.isEmpty()) {
            Messages.sendReliably(waiting.peek().passed());
        }
    }

    static SipServletRequest prack(SipServletResponse received) {
        try {
            return received.createPrack();
        } catch (Rel100Exception e) {
            throw new IllegalStateException("the provisional answer was not reliable", e);
        }
    }
}
