package org.siprecservlet.call;

import java.util.Optional;

/**
 * Tells offers from answers among the session descriptions of one SIP transaction (RFC 3264, RFC 3261 section 13.2.1,
 * RFC 3262 section 5, RFC 3311 section 5): whoever brings the first description makes the offer, what the other side then
 * brings are answers to it, the last one of which counts.
 *
 * <p>Not safe for concurrent use: messages of one call are handled one after another.
 */
public final class OfferAnswer {

    /** What a session description is. */
    public enum Role {
        OFFER,
        ANSWER
    }

    private Side offerer;
    private boolean answered;

    /** Takes note of a description that one side sent, and says what it is. */
    public Role brings(Side from) {
        if (offerer == null || offerer == from) {
            offerer = from;
            answered = false;
            return Role.OFFER;
        }
        answered = true;
        return Role.ANSWER;
    }

    /** Whether this side's offer still waits for its first answer. */
    public boolean awaitsAnswerTo(Side from) {
        return offerer == from && !answered;
    }

    /** Whether the latest offer has been answered. */
    public boolean isComplete() {
        return answered;
    }

    /** Who made the offer; empty while no description has been seen. */
    public Optional<Side> offerer() {
        return Optional.ofNullable(offerer);
    }
}
