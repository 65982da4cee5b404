package org.siprecservlet.recording;

import org.siprecservlet.body.Body;

/** What comes from a recording server, or from the network on the way to it. */
public sealed interface SrsSignal {

    /** Whether it is sure to have come from the server itself. */
    default boolean isSignOfLife() {
        return true;
    }

    /** A provisional answer other than 100. */
    record Ringing(int status) implements SrsSignal {}

    /** A 2xx to the INVITE; the body is whatever came, or {@link Body#NONE}. */
    record Accepted(int status, Body body) implements SrsSignal {}

    /** A final answer of 300 or more. */
    record Refused(ServerRefusal refusal, String reasonPhrase) implements SrsSignal {

        /** A refusal that says nothing but its status. */
        public Refused(int status, String reasonPhrase) {
            this(ServerRefusal.of(status), reasonPhrase);
        }
    }

    /** The INVITE could not be delivered: connection refused, unknown host, transport error. */
    record Unreachable(String detail) implements SrsSignal {
        @Override
        public boolean isSignOfLife() {
            return false;
        }
    }

    /** The INVITE could not be made as the plan wants it, for whatever server; nothing was sent. */
    record Impossible(String detail) implements SrsSignal {
        @Override
        public boolean isSignOfLife() {
            return false;
        }
    }

    /** The server ended the dialog; its BYE has been answered. */
    record HungUp() implements SrsSignal {}

    /** The server wants to be told everything anew (RFC 7866 section 9.2); its request has been answered. */
    record SnapshotWanted() implements SrsSignal {}

    /** The server no longer takes part: it does not acknowledge our answers. The dialog has not been ended. */
    record Lost(String detail) implements SrsSignal {
        @Override
        public boolean isSignOfLife() {
            return false;
        }
    }

    /** What is negotiated within the dialog. */
    sealed interface InSession extends SrsSignal {}

    /** Within the dialog the server offers other media, by re-INVITE or UPDATE (RFC 3264 section 8). */
    record Offered(Body body, OfferReply reply) implements InSession {}

    /** Within the dialog the server asks for our offer, by a re-INVITE without one (RFC 3261 section 14.2). */
    record OfferWanted(OfferReply reply) implements InSession {}

    /** The answer to the offer that the server had asked for; it came with the ACK. */
    record Answered(Body body) implements InSession {}

    /** A 2xx to our re-INVITE, which has been acknowledged; the body is whatever came, or {@link Body#NONE}. */
    record OfferAccepted(Body body) implements InSession {}

    /** A final answer of 300 or more to our re-INVITE; 503 also when it could not be sent. */
    record OfferRefused(int status, String reasonPhrase) implements InSession {
        /** The container makes up these two for an answer that never came. */
        @Override
        public boolean isSignOfLife() {
            return status != 408 && status != 503;
        }
    }

    /** The transaction of our BYE is over, answered or not; or there was no dialog any more to be ended. */
    record ByeDone() implements SrsSignal {}
}
