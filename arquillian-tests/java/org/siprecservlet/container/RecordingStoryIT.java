package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Trace;

/** The life of a recording goes along with that of its call. */
@ContainerTest
class RecordingStoryIT {

    private static final Duration A_WHILE = Duration.ofMillis(300);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nothingIsSentToTheRecorderBeforeTheCallIsAnswered() {
        Talk talk = stage.ringing();
        assertThat(stage.recorder.staysQuiet(A_WHILE)).isTrue();
        talk.answer();
        stage.session().awaitAck();
    }

    @Test
    void aCallThatIsNotAnsweredIsNotRecorded() {
        Talk talk = stage.ringing();
        talk.incoming().respond(486);
        talk.call().awaitResponse(486);
        assertThat(stage.recorder.staysQuiet(A_WHILE)).isTrue();
        assertThat(Rest.recordings(talk.callId())).isEmpty();
    }

    @Test
    @Requirement({"INI-20", "RTP-18"})
    void theRecorderIsInvitedAfterTheCallerHasItsAnswer() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        List<SipMessage> messages = stage.trace.entries().stream()
                .flatMap(each -> each.message().stream())
                .toList();
        int answer = indexOf(messages, 200, talk.callId());
        int invite = indexOf(messages, 0, session.invite().callId());
        assertThat(answer).isNotNegative().isLessThan(invite);
    }

    private static int indexOf(List<SipMessage> messages, int status, String callId) {
        return messages.indexOf(messages.stream()
                .filter(each -> each.status() == status && each.callId().equals(callId))
                .findFirst()
                .orElseThrow());
    }

    @Test
    @Requirement({"BOD-13", "INI-14"})
    void itIsAcknowledgedWithoutBodyAndRequiresNothingMore() {
        stage.call();
        SipMessage ack = stage.session().awaitAck();
        assertThat(ack.body()).isEmpty();
        assertThat(ack.values("Require")).isSubsetOf("siprec");
    }

    @Test
    @Requirement({"BOD-13", "RTP-19", "TRM-01"})
    void itEndsWhenTheCallerEndsTheCall() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.endByCaller();
        assertEndedWithTheCall(talk, session);
    }

    @Test
    @Requirement("TRM-01")
    void itEndsWhenTheCalleeEndsTheCall() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.endByCallee();
        assertEndedWithTheCall(talk, session);
    }

    private static void assertEndedWithTheCall(Talk talk, RecordedSession session) {
        SipMessage bye = session.awaitEnd();
        assertThat(bye.body()).isEmpty();
        assertThat(bye.values("Require")).isEmpty();
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(session.line(2).staysQuiet(A_WHILE)).isTrue();
        var recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("stopped");
        assertThat(recording.get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    void theRecorderSeesOneInviteOneAckAndOneBye() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.endByCaller();
        session.awaitEnd();
        Rest.awaitEnd(talk.callId());
        InetSocketAddress recorder = stage.recorder.agent().endpoint().address();
        assertThat(stage.trace.entriesOf(recorder).stream()
                        .filter(each -> each.to().equals(recorder))
                        .map(Trace.Entry::message)
                        .map(message -> message.orElseThrow().method()))
                .containsExactly("INVITE", "ACK", "BYE");
    }

    @Test
    void twoCallsAtOnceHaveARecordingEach() {
        Talk one = stage.call();
        RecordedSession first = stage.session();
        Talk two = stage.call();
        RecordedSession second = stage.session();
        assertThat(second.invite().callId()).isNotEqualTo(first.invite().callId());
        one.endByCaller();
        first.awaitEnd();
        assertThat(second.ended()).isFalse();
        two.assertBothAreHeard();
        Voice.assertHeard(Voice.ALICE, second.line(1).awaitMore(Voice.ENOUGH));
        two.endByCallee();
        second.awaitEnd();
    }
}
