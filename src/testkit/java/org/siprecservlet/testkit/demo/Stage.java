package org.siprecservlet.testkit.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

/** Everybody around the server: two phones and a recorder. */
final class Stage implements AutoCloseable {

    static final String SERVER = "SIPREC Servlet";
    static final int ALICE_HZ = 440;
    static final int BOB_HZ = 620;

    /** A server that has just been started takes its time for the first call. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Addresses addresses;
    private final Trace trace = new Trace();
    private final UserAgent alice;
    private final UserAgent bob;
    private final Recorder recorder;

    Stage(Addresses addresses) {
        this.addresses = addresses;
        trace.name(SERVER, addresses.sip());
        alice = phone("alice").through(addresses.host(), addresses.sipPort());
        bob = phone("bob");
        recorder = Recorder.start("recorder", addresses.host(), 0, trace);
        recorder.agent().withPatience(PATIENCE);
    }

    private UserAgent phone(String name) {
        return UserAgent.start(name, addresses.host(), 0, trace).withPatience(PATIENCE);
    }

    Addresses addresses() {
        return addresses;
    }

    Trace trace() {
        return trace;
    }

    UserAgent alice() {
        return alice;
    }

    UserAgent bob() {
        return bob;
    }

    Recorder recorder() {
        return recorder;
    }

    /** What alice dials: bob, at the server. */
    String bobsNumber() {
        return "sip:bob@" + addresses.sipText();
    }

    List<Party> parties() {
        return List.of(new Party("alice", alice.uri(), ALICE_HZ), new Party("bob", bobsNumber(), BOB_HZ));
    }

    /** The environment of the server: the two settings that matter, and its addresses. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(addresses.environment());
        settings.put("SIPREC_NEXT_HOP", bob.uri());
        settings.put("SIPREC_SRS", recorder.uri());
        return settings;
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        recorder.close();
    }
}
