package org.siprecservlet.testkit.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.Ladder;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** The call itself. Each step waits until it is done or throws {@code TimedOut}. */
final class DemoCall implements AutoCloseable {

    private static final Duration FIRST_PACKET = Duration.ofSeconds(5);

    private final Stage stage;
    private final Voice alice;
    private final Voice bob;
    private final InstantSource clock = InstantSource.system();
    private ClientCall atAlice;
    private IncomingCall atBob;
    private Instant spokenAt;
    private Optional<RecordedSession> recording = Optional.empty();

    DemoCall(Stage stage) {
        this.stage = stage;
        this.alice = new Voice(stage.addresses().host(), Stage.ALICE_HZ);
        this.bob = new Voice(stage.addresses().host(), Stage.BOB_HZ);
    }

    /** Alice calls, bob answers, both begin to speak. */
    void setUp() {
        atAlice = stage.alice().invite(stage.bobsNumber(), alice.description());
        atBob = stage.bob().awaitCall();
        atBob.ring();
        atAlice.awaitResponse(180);
        atBob.answer(bob.description());
        SipMessage answer = atAlice.awaitResponse(200);
        atAlice.ack();
        spokenAt = clock.instant();
        alice.speakTo(answer.sdp());
        bob.speakTo(atBob.offer());
        atBob.awaitAck();
    }

    /** Waits until the recorder has been asked, has answered, and hears something of every stream. */
    RecordedSession awaitRecording() {
        RecordedSession session = stage.recorder().awaitSession(stage.alice().patience());
        recording = Optional.of(session);
        session.awaitAck();
        for (int line = 1; line <= session.offer().media().size(); line++) {
            session.line(line).awaitPackets(1, FIRST_PACKET);
        }
        return session;
    }

    /** Alice hangs up, and the recording ends by that. */
    void hangUp(RecordedSession session) {
        alice.fallSilent();
        bob.fallSilent();
        PendingRequest bye = atAlice.dialog().bye();
        atBob.dialog().awaitBye();
        bye.awaitFinal();
        session.awaitEnd();
    }

    /** What was said up to now, on all sides. */
    Ladder ladder() {
        Ladder ladder = Ladder.of(stage.trace()).columns("alice", Stage.SERVER, "bob", "recorder");
        if (spokenAt == null) {
            return ladder;
        }
        Ladder spoken = ladder.withMedia(spokenAt, "alice", Stage.SERVER, packets(alice.sent()))
                .withMedia(spokenAt, "bob", Stage.SERVER, packets(bob.sent()));
        Ladder heard = heard(heard(spoken, bob.heard(), "bob", ""), alice.heard(), "alice", "");
        return recording.map(session -> recorded(heard, session)).orElse(heard);
    }

    private static Ladder recorded(Ladder ladder, RecordedSession session) {
        Ladder drawn = ladder;
        int number = 1;
        for (MediaLine line : session.offer().media()) {
            drawn = heard(
                    drawn,
                    session.line(number++),
                    "recorder",
                    ", label " + line.label().orElse("missing"));
        }
        return drawn;
    }

    private static Ladder heard(Ladder ladder, RtpReceiver receiver, String who, String which) {
        return receiver.packets().stream()
                .findFirst()
                .map(first -> ladder.withMedia(
                        first.at(),
                        Stage.SERVER,
                        who,
                        packets(receiver.packets().size()) + which))
                .orElse(ladder);
    }

    private static String packets(int count) {
        return "PCMU, " + count + " packets";
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
