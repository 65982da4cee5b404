package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** An application starts, pauses, resumes and stops recordings, and sends requests to the recorder. */
@ContainerTest
class RecordingControlIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static SipMessage lastReinvite(RecordedSession session) {
        return session.requests().stream()
                .filter(request -> request.method().equals("INVITE"))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    @Test
    @Requirement("INI-20")
    void anAnsweredCallIsRecordedAtOnce() {
        Talk talk = stage.call();
        String id = Control.start(talk, "default");
        Hearing.assertFlows(stage.recordedSession());

        assertThat(Control.awaitState(id, "active").get("callId").asText()).isEqualTo(talk.callId());
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement("INI-20")
    void aCallThatRingsIsRecordedOnceItIsAnswered() {
        Talk talk = stage.ringing();
        String id = Control.start(talk, "default");
        JsonNode armed = Control.recording(id);
        assertThat(armed.get("state").asText()).isEqualTo("armed");
        assertThat(armed.has("calleeCallId")).isFalse();
        assertThat(stage.recorder.staysQuiet(Duration.ofMillis(300))).isTrue();

        talk.answer();
        Hearing.assertFlows(stage.recordedSession());
        assertThat(Control.awaitState(id, "active").get("calleeCallId").asText())
                .isEqualTo(talk.incoming().request().callId());
    }

    @Test
    void aCallThatIsNeverAnsweredWasNotRecorded() {
        Talk talk = stage.ringing();
        String id = Control.start(talk, "default");
        talk.incoming().respond(486);
        talk.call().awaitResponse(486);

        assertThat(Control.awaitState(id, "failed").get("reason").asText()).isEqualTo("call-not-answered");
        assertThat(Control.tryToStart(talk.callId(), "default")).isEqualTo("UNKNOWN_CALL");
    }

    @Test
    void callsAreKnownFromTheirFirstInvite() {
        Talk talk = stage.ringing(Edit.header("X-Trunk", "north"));
        assertThat(Control.calls())
                .isEqualTo(talk.callId() + " RINGING north 127.0.0.1 "
                        + talk.call().request().requestUri());

        talk.answer();
        assertThat(Rest.await(Control::calls, calls -> calls.contains("ANSWERED")))
                .startsWith(talk.callId());
    }

    @Test
    @Requirement({"BOD-02", "INI-01", "OFR-05", "OFR-07", "OFR-19", "PAU-01", "PAU-02", "PAU-04", "UPD-07"})
    void nothingReachesTheRecorderWhilePaused() {
        Talk talk = stage.call();
        String id = Control.start(talk, "default");
        RecordedSession session = stage.recordedSession();
        long version = session.offer().version();
        InetSocketAddress source = session.offer().destination(1);

        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        Hearing.assertQuiet(session);
        assertThat(session.offer().direction(1)).isEqualTo("inactive");
        assertThat(session.offer().direction(2)).isEqualTo("inactive");
        assertThat(session.offer().version()).isEqualTo(version + 1);
        assertThat(session.offer().destination(1)).as("no hold by address").isEqualTo(source);
        assertThat(lastReinvite(session).values("Content-Type")).containsExactly("application/sdp");
        assertThat(lastReinvite(session).values("Contact"))
                .singleElement()
                .asString()
                .contains(";+sip.src");
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        assertThat(Control.stateOf(id)).isEqualTo("paused");
        talk.assertBothAreHeard();

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
        assertThat(session.offer().direction(1)).isEqualTo("sendonly");
        assertThat(session.offer().version()).isEqualTo(version + 2);
        assertThat(session.offer().numberOf("1")).isEqualTo(1);
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Control.awaitState(id, "stopped").get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    @Requirement({"PAU-02", "PAU-05"})
    void theMediaStopBeforeTheRecorderAgreesAndFlowAfterIt() throws Exception {
        Talk talk = stage.call();
        String id = Control.start(talk, "default");
        RecordedSession session = stage.recordedSession();
        CompletableFuture<IncomingRequest> asked = new CompletableFuture<>();
        session.willDoNext("INVITE", asked::complete);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        Hearing.assertQuiet(session);
        assertThat(Control.stateOf(id)).isEqualTo("pausing");
        Hearing.agree(session, reinvite);
        assertThat(Hearing.soon(pause)).isEqualTo("PAUSED");

        CompletableFuture<IncomingRequest> askedAgain = new CompletableFuture<>();
        session.willDoNext("INVITE", askedAgain::complete);
        CompletableFuture<String> resume = Control.resumeSoon(id);
        IncomingRequest again = Hearing.soon(askedAgain);
        assertThat(Sdp.parse(again.request().sdp()).direction(1)).isEqualTo("sendonly");
        Hearing.assertQuiet(session);
        assertThat(Control.stateOf(id)).isEqualTo("resuming");
        Hearing.agree(session, again);
        assertThat(Hearing.soon(resume)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement("TRM-06")
    void whatIsStoppedCanBeStartedAgain() {
        Talk talk = stage.call();
        String first = Control.start(talk, "default");
        RecordedSession session = stage.recordedSession();
        assertThat(Control.tryToStart(talk.callId(), "default")).isEqualTo("INSTANCE_IN_USE");
        assertThat(Control.stop(first)).isEqualTo("STOPPED");
        assertThat(session.ended()).isTrue();
        talk.assertBothAreHeard();

        String second = Control.start(talk, "default");
        assertThat(second).isNotEqualTo(first);
        Hearing.assertFlows(stage.recordedSession());
        assertThat(Control.awaitState(second, "active")).isNotNull();
        assertThat(Control.stop(first)).isEqualTo("STOPPED");
        assertThat(Control.pause(first)).isEqualTo("ALREADY_OVER");
        assertThat(Control.pause("nobody")).isEqualTo("UNKNOWN_RECORDING");
    }

    @Test
    @Requirement("HAV-02")
    void instancesKnowNothingOfEachOther() {
        Talk talk = stage.call();
        String one = Control.start(talk, "one");
        RecordedSession first = stage.recordedSession();
        String two = Control.start(talk, "two");
        RecordedSession second = stage.recordedSession();

        assertThat(Control.pause(one)).isEqualTo("PAUSED");
        Hearing.assertQuiet(first);
        Hearing.assertFlows(second);
        assertThat(Control.stop(two)).isEqualTo("STOPPED");
        assertThat(Control.resume(one)).isEqualTo("ACTIVE");
        Hearing.assertFlows(first);
        assertThat(second.ended()).isTrue();
    }

    @Test
    void aRequestReachesTheRecorderAndItsAnswerComesBack() throws Exception {
        Talk talk = stage.call();
        String id = Control.start(talk, "default");
        RecordedSession session = stage.recordedSession();
        assertThat(Hearing.soon(Control.sendSoon(id, "INFO", "a note", "some text")))
                .isEqualTo("ServerReply[status=200, reasonPhrase=OK]");
        SipMessage info = session.requests().get(session.requests().size() - 1);
        assertThat(info.method()).isEqualTo("INFO");
        assertThat(info.values("X-Note")).containsExactly("a note");
        assertThat(info.values("Content-Type")).containsExactly("text/plain");
        assertThat(new String(info.body(), StandardCharsets.UTF_8)).isEqualTo("some text");

        session.willRefuseNext("MESSAGE", 415);
        assertThat(Hearing.soon(Control.sendSoon(id, "MESSAGE", "", "some text")))
                .contains("status=415");
        Hearing.assertFlows(session);
    }
}
