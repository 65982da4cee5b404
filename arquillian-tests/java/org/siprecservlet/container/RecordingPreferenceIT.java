package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** Phones say whether they want to be recorded, and rules whether that counts, and whether they are told at all. */
@ContainerTest
class RecordingPreferenceIT {

    private static final Edit AWARE = Edit.header("Supported", "record-aware");
    private static final Edit OBEYED = AWARE.then(Edit.header("X-Rule", "obey"));
    private static final Edit SILENT = AWARE.then(Edit.header("X-Rule", "silent"));
    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final Stage stage = new Stage();
    /** What the caller has described last, and how often it has. */
    private String described;

    private int version = 1;

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                rules:
                  - {when: {header: {X-Rule: "^obey$"}}, servers: ["%1$s"], recordpref: obey}
                  - {when: {header: {X-Rule: "^silent$"}}, servers: ["%1$s"], indication: silent}
                  - {servers: ["%1$s"]}
                """,
                Stage.RECORDER_URI);
        return Wars.siprecServlet(rules, Map.of());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<String> marks(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("a=record:")).toList();
    }

    private static String calleesSdp(Talk talk) {
        return Sdp.answer(Server.HOST, audio(talk.calleesPort().port(), 0, 101));
    }

    private Talk call(Edit edit) {
        Talk talk = stage.call(edit);
        described = talk.call().request().sdp();
        return talk;
    }

    private void awaitTold(Talk talk, String mark) {
        IncomingCall reinvite = talk.call().dialog().awaitReinvite();
        assertThat(marks(reinvite.offer())).containsExactly("a=record:" + mark);
        reinvite.answer(described);
        reinvite.awaitAck();
    }

    /** The caller says what it wishes by a re-INVITE, which the callee takes; returns the caller's answer. */
    private SipMessage wish(Talk talk, String wish) {
        MediaLine line = audio(talk.callersPort().port(), 0, 101).with("recordpref:" + wish);
        described = Sdp.version(++version, Server.HOST, List.of(line));
        ClientCall reinvite = talk.call().dialog().reinvite(described);
        IncomingCall in = talk.incoming().dialog().awaitReinvite();
        assertThat(in.offer()).as("the callee hears of it too").contains("a=recordpref:" + wish);
        in.answer(calleesSdp(talk));
        SipMessage answer = reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();
        return answer;
    }

    @Test
    @Requirement({"PRF-02", "PRF-04", "PRF-10"})
    void offEndsTheRecordingAndOnBeginsAnotherOne() {
        Talk talk = call(OBEYED);
        RecordedSession first = stage.recordedSession();
        awaitTold(talk, "on");

        wish(talk, "off");
        first.awaitEnd();
        awaitTold(talk, "off");
        wish(talk, "on");
        RecordedSession second = stage.recordedSession();
        awaitTold(talk, "on");
        Hearing.assertFlows(second);
        talk.assertBothAreHeard();
        assertThat(Rest.recordings(talk.callId()).get(1).get("reason").asText()).isEqualTo("party-opted-out");
    }

    @Test
    @Requirement({"PRF-02", "PRF-04"})
    void pauseSilencesTheRecordingUntilTheyWishItAgain() {
        Talk talk = call(OBEYED);
        RecordedSession session = stage.recordedSession();
        awaitTold(talk, "on");

        wish(talk, "pause");
        awaitTold(talk, "paused");
        Hearing.assertQuiet(session);
        wish(talk, "on");
        awaitTold(talk, "on");
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement({"PRF-01", "PRF-03"})
    void aWishThatTheRuleDoesNotLetThemHaveIsAnsweredWithWhatIsTrue() {
        Talk talk = call(AWARE);
        RecordedSession session = stage.recordedSession();
        awaitTold(talk, "on");

        assertThat(marks(wish(talk, "off").sdp())).containsExactly("a=record:on");
        Hearing.assertFlows(session);
        stage.assertUntouched(talk);
    }

    @Test
    void nobodyIsToldOfARecordingInSilence() {
        Talk talk = call(SILENT);
        RecordedSession session = stage.recordedSession();

        assertThat(talk.call().dialog().staysQuiet("INVITE", A_WHILE)).isTrue();
        Hearing.assertFlows(session);
    }
}
