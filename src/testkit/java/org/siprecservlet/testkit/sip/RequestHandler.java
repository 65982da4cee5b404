package org.siprecservlet.testkit.sip;

/** Deals with incoming requests by itself, where a script that waits for them would not do. */
@FunctionalInterface
public interface RequestHandler {

    /** Called one by one on a thread of the agent's own; false leaves the request to those who wait for it. */
    boolean handle(IncomingRequest request);
}
