package org.siprecservlet.recording;

import org.siprecservlet.body.Body;

/** What comes from a recording server, or from the network on the way to it. */
public sealed interface SrsSignal {

    /** A provisional answer other than 100. */
    record Ringing(int status) implements SrsSignal {}

    /** A 2xx to the INVITE; the body is whatever came, or {@link Body#NONE}. */
    record Accepted(int status, Body body) implements SrsSignal {}

    /** A final answer of 300 or more. */
    record Refused(int status, String reasonPhrase) implements SrsSignal {}

    /** The INVITE could not be delivered: connection refused, unknown host, transport error. */
    record Unreachable(String detail) implements SrsSignal {}

    /** The server ended the dialog; its BYE has been answered. */
    record HungUp() implements SrsSignal {}

    /** The transaction of our BYE is over, answered or not. */
    record ByeDone() implements SrsSignal {}
}
