package org.siprecservlet.container;

import java.time.Duration;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

/** A caller and a callee whose calls go through the server under test. */
final class Phones implements AutoCloseable {

    /** Longer than any answer takes, also on a machine that is busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Trace trace = new Trace();
    final UserAgent alice = phone(UserAgent.start("alice", trace));
    final UserAgent bob = phone(UserAgent.start("bob", trace));

    private static UserAgent phone(UserAgent started) {
        return started.through(Server.HOST, Server.sipPort()).withPatience(PATIENCE);
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
