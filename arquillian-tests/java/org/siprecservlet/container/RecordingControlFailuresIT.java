package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** Whatever the recorder makes of a pause, no media reaches it, the state is the true one, and the call goes on. */
@ContainerTest
class RecordingControlFailuresIT {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Stage stage = new Stage();
    private Talk talk;
    private String id;

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet(Map.of("siprec.srs.answer-timeout", "2s")));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RecordedSession recorded() {
        talk = stage.call();
        id = Control.start(talk, "default");
        return stage.recordedSession();
    }

    private RecordedSession paused() {
        RecordedSession session = recorded();
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        return session;
    }

    /** Keeps the next re-INVITE waiting. */
    private static CompletableFuture<IncomingRequest> keepWaiting(RecordedSession session) {
        CompletableFuture<IncomingRequest> asked = new CompletableFuture<>();
        session.willDoNext("INVITE", asked::complete);
        return asked;
    }

    private static long reinvites(RecordedSession session) {
        return session.requests().stream()
                        .filter(request -> request.method().equals("INVITE"))
                        .count()
                - 1;
    }

    private void assertLost() {
        JsonNode recording = Control.awaitState(id, "stopped");
        assertThat(recording.get("reason").asText()).isEqualTo("srs-lost");
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement("OFR-07")
    void nothingFlowsWhenPausedWhileStarting() {
        stage.recorder.willOnlyRing();
        talk = stage.call();
        id = Control.start(talk, "default");
        RecordedSession session = stage.session();
        assertThat(Control.pause(id)).isEqualTo("STARTING");
        session.accept();
        Control.awaitState(id, "paused");
        assertThat(session.offer().direction(1)).isEqualTo("inactive");
        Hearing.assertQuiet(session);
        assertThat(session.line(1).packets()).isEmpty();
        assertThat(session.line(2).packets()).isEmpty();

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    void nothingFlowsWhenPausedBeforeTheCallWasAnswered() {
        talk = stage.ringing();
        id = Control.start(talk, "default");
        assertThat(Control.pause(id)).isEqualTo("ARMED");
        talk.answer();
        RecordedSession session = stage.session();
        Control.awaitState(id, "paused");

        Hearing.assertQuiet(session);
        assertThat(session.line(1).packets()).isEmpty();
    }

    @Test
    void aRecorderThatRefusesThePauseGetsNothingAllTheSame() {
        RecordedSession session = recorded();
        session.willRefuseNext("INVITE", 488);
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        Hearing.assertQuiet(session);
        assertThat(Control.stateOf(id)).isEqualTo("paused");

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
        talk.assertBothAreHeard();
    }

    @Test
    void aRecorderThatRefusesToResumeStaysPaused() {
        RecordedSession session = paused();
        session.willRefuseNext("INVITE", 488);
        assertThat(Control.resume(id)).isEqualTo("NOT_POSSIBLE_NOW 488");
        Hearing.assertQuiet(session);
        assertThat(Control.stateOf(id)).isEqualTo("paused");

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement("ERR-13")
    void aReinviteThatCrossesIsSentAgainAfterAWhile() {
        RecordedSession session = recorded();
        session.willRefuseNext("INVITE", 491);
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        assertThat(reinvites(session)).isEqualTo(2);
        Hearing.assertQuiet(session);
    }

    @Test
    @Requirement("ERR-16")
    void aRecorderThatDoesNotKnowTheSessionIsLost() {
        RecordedSession session = recorded();
        session.willRefuseNext("INVITE", 481);
        assertThat(Control.pause(id)).isEqualTo("ALREADY_OVER");
        assertLost();
    }

    @Test
    @Requirement("ERR-16")
    void aRecorderThatNeverAnswersIsLost() {
        RecordedSession session = recorded();
        session.willIgnoreNext("INVITE");
        CompletableFuture<String> pause = Control.pauseSoon(id);
        Hearing.assertQuiet(session);
        assertThat(pause.join()).isEqualTo("ALREADY_OVER");
        session.awaitEnd();
        assertLost();
    }

    @Test
    void aStopWhilePausingEndsTheSession() throws Exception {
        RecordedSession session = recorded();
        CompletableFuture<IncomingRequest> asked = keepWaiting(session);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        CompletableFuture<String> stop = CompletableFuture.supplyAsync(() -> Control.stop(id));
        session.awaitEnd();
        reinvite.respond(487);

        assertThat(Hearing.soon(pause)).isEqualTo("ALREADY_OVER");
        assertThat(Hearing.soon(stop)).isEqualTo("STOPPED");
        talk.assertBothAreHeard();
    }

    @Test
    void aCallThatEndsWhilePausingEndsTheSession() throws Exception {
        RecordedSession session = recorded();
        CompletableFuture<IncomingRequest> asked = keepWaiting(session);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        talk.endByCaller();
        session.awaitEnd();
        Hearing.agree(session, reinvite);

        assertThat(Hearing.soon(pause)).isEqualTo("ALREADY_OVER");
        assertThat(Control.awaitState(id, "stopped").get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    void aRecorderThatHangsUpWhilePausingEndsTheRecording() throws Exception {
        RecordedSession session = recorded();
        CompletableFuture<IncomingRequest> asked = keepWaiting(session);
        Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        assertThat(session.hangUp().status()).isEqualTo(200);
        refuseIfSomebodyHears(reinvite);

        assertThat(Control.awaitState(id, "stopped").get("reason").asText()).isEqualTo("srs-hung-up");
    }

    /** The server may have closed the connection together with the session. */
    private static void refuseIfSomebodyHears(IncomingRequest reinvite) {
        try {
            reinvite.respond(487);
        } catch (UncheckedIOException gone) {
            assertThat(gone).hasMessageContaining("cannot answer");
        }
    }

    @Test
    void aResumptionRightAfterThePauseWaitsForItsEnd() throws Exception {
        RecordedSession session = recorded();
        CompletableFuture<IncomingRequest> asked = keepWaiting(session);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        CompletableFuture<String> resume = Control.resumeSoon(id);
        assertThat(session.dialog().staysQuiet("INVITE", A_WHILE)).isTrue();
        assertThat(reinvites(session)).isEqualTo(1);

        Hearing.agree(session, reinvite);
        assertThat(Hearing.soon(pause)).isIn("PAUSED", "RESUMING");
        assertThat(Hearing.soon(resume)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement("UPD-04")
    void aPauseWaitsForTheEndOfTheRecordersOwnReinvite() throws Exception {
        RecordedSession session = recorded();
        ClientCall own = session.reoffer(lines -> lines);
        own.awaitResponse(200);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        Hearing.assertQuiet(session);
        assertThat(reinvites(session)).isZero();

        own.ack();
        assertThat(Hearing.soon(pause)).isEqualTo("PAUSED");
        assertThat(reinvites(session)).isEqualTo(1);
    }

    @Test
    @Requirement("UPD-05")
    void theRecordersOwnReinviteWaitsForOurs() throws Exception {
        RecordedSession session = recorded();
        CompletableFuture<IncomingRequest> asked = keepWaiting(session);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        session.reoffer(lines -> lines).awaitResponse(491);
        Hearing.agree(session, reinvite);

        assertThat(Hearing.soon(pause)).isEqualTo("PAUSED");
    }

    @Test
    @Requirement("PAU-10")
    void theRecordersOwnReinviteDoesNotEndThePause() {
        RecordedSession session = paused();
        ClientCall own =
                session.reoffer(lines -> lines.stream().map(MediaLine::recvonly).toList());
        SipMessage answer = own.awaitResponse(200);
        own.ack();
        assertThat(answer.sdp()).contains("a=inactive").doesNotContain("a=sendonly");
        Hearing.assertQuiet(session);
        assertThat(Control.stateOf(id)).isEqualTo("paused");

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }
}
