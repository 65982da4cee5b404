package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.SipMessage;

/** The recorder changes within the session what it gets, by re-INVITE and UPDATE. */
@ContainerTest
class RecordingChangesIT {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static UnaryOperator<List<MediaLine>> each(UnaryOperator<MediaLine> change) {
        return lines -> lines.stream().map(change).toList();
    }

    /** Sends the recorder's lines after a change, and returns the 200. */
    private static SipMessage reoffer(RecordedSession session, UnaryOperator<List<MediaLine>> change) {
        ClientCall reinvite = session.reoffer(change);
        SipMessage answer = reinvite.awaitResponse(200);
        reinvite.ack();
        return answer;
    }

    private static void assertQuiet(RecordedSession session, int line) {
        session.line(line).staysQuiet(Duration.ofMillis(100));
        assertThat(session.line(line).staysQuiet(A_WHILE)).as("line " + line).isTrue();
    }

    private static void assertFlows(RecordedSession session) {
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitMore(Voice.ENOUGH));
    }

    @Test
    @Requirement({"BOD-13", "INI-01", "INI-13", "OFR-19", "UPD-07"})
    void aRefreshChangesNothing() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        SipMessage answer = reoffer(session, lines -> lines);
        assertThat(answer.sdp()).isEqualTo(session.offerSdp());
        assertThat(answer.values("Content-Type")).as("no metadata").containsExactly("application/sdp");
        assertThat(answer.values("Contact")).singleElement().asString().matches("<sip:[^<>]+>;\\+sip\\.src");
        assertThat(answer.values("Allow")).contains("UPDATE");
        assertFlows(session);
    }

    @Test
    @Requirement({"ANS-05", "ANS-07"})
    void aRecorderThatWasNotReadyGetsMediaOnceItIs() {
        stage.recorder.willAcceptInactive();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Rest.awaitActive(talk.callId());
        assertThat(session.line(1).packets()).isEmpty();
        Sdp answer = Sdp.parse(reoffer(session, each(MediaLine::recvonly)).sdp());
        assertThat(answer.direction(1)).isEqualTo("sendonly");
        assertThat(answer.numberOf("1")).isEqualTo(1);
        assertThat(answer.numberOf("2")).isEqualTo(2);
        assertFlows(session);
    }

    @Test
    @Requirement("PAU-10")
    void aRecorderMayPauseAndResume() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Sdp paused = Sdp.parse(reoffer(session, each(MediaLine::inactive)).sdp());
        assertThat(paused.direction(1)).isEqualTo("inactive");
        assertThat(paused.version()).isEqualTo(session.offer().version() + 1);
        assertQuiet(session, 1);
        assertQuiet(session, 2);
        talk.assertBothAreHeard();
        reoffer(session, each(MediaLine::recvonly));
        assertFlows(session);
    }

    @Test
    @Requirement("ANS-19")
    void mediaFollowToOtherPorts() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        try (MediaPort elsewhere = MediaPort.open(Server.HOST)) {
            reoffer(
                    session,
                    each(line -> line.label().orElse("").equals("1") ? line.withPort(elsewhere.port()) : line));
            Voice.assertHeard(Voice.ALICE, elsewhere.receiver().awaitPackets(Voice.ENOUGH));
            assertQuiet(session, 1);
            Voice.assertHeard(Voice.BOB, session.line(2).awaitMore(Voice.ENOUGH));
        }
    }

    @Test
    @Requirement({"ANS-19", "INI-01", "SNP-14", "UPD-07"})
    void anUpdateDoesTheSame() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        SipMessage answer = session.update(Edit.sdp(session.media().reoffer(each(MediaLine::inactive))))
                .awaitResponse(200);
        assertThat(Sdp.parse(answer.sdp()).direction(2)).isEqualTo("inactive");
        assertThat(answer.values("Contact")).singleElement().asString().contains(";+sip.src");
        assertQuiet(session, 1);
    }

    @Test
    @Requirement("UPD-07")
    void aRecorderThatMovesIsFoundAtItsNewContact() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        String moved = Stage.RECORDER_URI.replaceFirst("sip:[^@]*@", "sip:moved@");
        ClientCall reinvite =
                session.reoffer(lines -> lines, Edit.set("Contact", "<" + moved + ";transport=tcp>;+sip.srs"));
        reinvite.awaitResponse(200);
        reinvite.ack();
        talk.endByCaller();
        assertThat(session.awaitEnd().requestUri()).startsWith(moved);
    }

    @Test
    @Requirement({"ANS-17", "RTP-19"})
    void aLineThatTheRecorderRemovesIsGoneAndTheOtherFlows() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        SipMessage answer =
                reoffer(session, each(line -> line.label().orElse("").equals("2") ? line.withPort(0) : line));
        assertThat(Sdp.parse(answer.sdp()).line(2).port()).isZero();
        assertQuiet(session, 2);
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        assertThat(Rest.awaitActive(talk.callId())
                        .get("streams")
                        .get(1)
                        .get("accepted")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @Requirement("ANS-18")
    void aLineThatTheRecorderAddsIsRejected() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        SipMessage answer = reoffer(session, lines -> {
            List<MediaLine> more = new ArrayList<>(lines);
            more.add(MediaLine.audio(40000, 0).recvonly());
            return more;
        });
        Sdp sdp = Sdp.parse(answer.sdp());
        assertThat(sdp.media()).hasSize(3);
        assertThat(sdp.line(3).port()).isZero();
        assertFlows(session);
    }

    @Test
    @Requirement("ANS-21")
    void anOfferThatCanNotBeMetIsRefusedAndNothingChanges() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        String sdp = session.answerSdp();
        session.reinvite(sdp.substring(0, sdp.lastIndexOf("m="))).awaitResponse(488);
        session.reinvite("v=0\r\nnonsense").awaitResponse(488);
        session.reinvite(sdp.replace("c=IN IP4 127.0.0.1", "c=IN IP6 ::1")).awaitResponse(488);
        assertFlows(session);
    }

    @Test
    @Requirement("ANS-20")
    void aReinviteWithoutOfferIsAnsweredWithOne() {
        stage.call();
        RecordedSession session = stage.recordedSession();
        ClientCall reinvite = session.dialog().reinvite(Edit.header("Require", "siprec"));
        SipMessage offer = reinvite.awaitResponse(200);
        assertThat(offer.sdp()).isEqualTo(session.offerSdp());
        try (MediaPort elsewhere = MediaPort.open(Server.HOST)) {
            reinvite.ack(session.media()
                    .reoffer(each(
                            line -> line.label().orElse("").equals("2") ? line.withPort(elsewhere.port()) : line)));
            Voice.assertHeard(Voice.BOB, elsewhere.receiver().awaitPackets(Voice.ENOUGH));
            Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        }
    }

    @Test
    void aCallEndsAfterChangesAsItDoesWithoutThem() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        reoffer(session, each(MediaLine::inactive));
        reoffer(session, each(MediaLine::recvonly));
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("state").asText()).isEqualTo("stopped");
    }
}
