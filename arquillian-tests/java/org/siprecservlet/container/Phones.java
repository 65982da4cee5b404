package org.siprecservlet.container;

import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

/** A caller and a callee whose calls go through the server under test. */
final class Phones implements AutoCloseable {

    final Trace trace = new Trace();
    final UserAgent alice = UserAgent.start("alice", trace).through(Server.HOST, Server.sipPort());
    final UserAgent bob = UserAgent.start("bob", trace).through(Server.HOST, Server.sipPort());

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
