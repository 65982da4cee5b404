package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

/** A caller, a callee and a recorder around the server under test; made anew for each test. */
final class Stage implements AutoCloseable {

    /** Where the recorder of each test listens: a deployment has to know it beforehand. */
    static final int RECORDER_PORT = FreePorts.block(2);

    static final String RECORDER_URI = "sip:recorder@" + Server.HOST + ":" + RECORDER_PORT;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Trace trace = new Trace();
    final UserAgent alice = phone("alice");
    final UserAgent bob = phone("bob");
    final Recorder recorder = Recorder.start("recorder", Server.HOST, RECORDER_PORT, trace);
    private final List<Recorder> otherRecorders = new ArrayList<>();
    private final List<Talk> talks = new ArrayList<>();
    private final ServerLog log = new ServerLog();
    private boolean mayComplain;

    /** The WAR whose calls are recorded by the recorder. */
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.srs", RECORDER_URI));
    }

    /** The same with another media relay. */
    static WebArchive war(String engine, String nodes) {
        return Wars.siprecServlet(Map.of(
                "siprec.srs", RECORDER_URI, "siprec.media.engine", engine, "siprec.media." + engine + ".nodes", nodes));
    }

    private UserAgent phone(String name) {
        return UserAgent.start(name, trace)
                .through(Server.HOST, Server.sipPort())
                .withPatience(PATIENCE);
    }

    /** A recorder beside the first one, at a port that the deployment knows. */
    Recorder anotherRecorder(String name, int port) {
        Recorder another = Recorder.start(name, Server.HOST, port, trace);
        otherRecorders.add(another);
        return another;
    }

    /** A call from alice to bob, answered, in which both speak. */
    Talk call(Edit... edits) {
        return kept(Talk.between(alice, bob, edits));
    }

    /** A call from alice to bob that rings. */
    Talk ringing(Edit... edits) {
        return kept(Talk.ringing(alice, bob, edits));
    }

    private Talk kept(Talk talk) {
        talks.add(talk);
        return talk;
    }

    /** The recording session of the latest call, as the recorder sees it. */
    RecordedSession session() {
        return recorder.awaitSession(PATIENCE);
    }

    /** The same, once media has arrived there. */
    RecordedSession recordedSession() {
        RecordedSession session = session();
        session.line(1).awaitPackets(1);
        session.line(2).awaitPackets(1);
        return session;
    }

    /** Expects that the parties hear each other, and that neither was sent anything that belongs to a recording. */
    void assertUntouched(Talk talk) {
        talk.assertBothAreHeard();
        assertThat(Stream.of(alice, bob)
                        .flatMap(phone -> phone.endpoint().messages().stream())
                        .flatMap(each -> each.message().stream())
                        .map(message -> message.isRequest() ? message.method() : message.cseqMethod()))
                .allMatch(method -> method.equals("INVITE") || method.equals("ACK"));
    }

    /** The server may log errors in this test: it is made to. */
    void letTheServerComplain() {
        mayComplain = true;
    }

    /** Ends the calls, and expects that nothing of them is left at the server and that it has not complained. */
    @Override
    public void close() {
        try {
            talks.forEach(Talk::close);
            Rest.awaitNothingLeft();
            if (!mayComplain) {
                assertThat(log.complaints()).isEmpty();
            }
        } finally {
            leave();
        }
    }

    /** Closes the sockets, and expects nothing. */
    void leave() {
        alice.close();
        bob.close();
        recorder.close();
        otherRecorders.forEach(Recorder::close);
    }
}
