package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.siprecservlet.testkit.recorder.Behaviour.refuse;
import static org.siprecservlet.testkit.sip.Edit.header;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.recorder.Behaviour;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.TlsFront;

/**
 * What a recording can meet. Each time the call is what it would be without one, each start has exactly one end, and nothing
 * is left in the relay, in the registry or in the container.
 */
@ContainerTest
class WhateverHappensIT {

    private static final int SECOND_PORT = FreePorts.block(1);
    private static final int BAD_PORT = FreePorts.block(1);

    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration TOO_LATE = Duration.ofSeconds(3);

    private static final String STARTED = "recording.started";
    private static final String STOPPED = "recording.stopped";
    private static final String FAILED = "recording.failed";

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);
    private final Listener listener = Listener.start();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                rules:
                  - when: {header: {X-First: tcp}}
                    servers: ["sip:127.0.0.1:%1$d;transport=tcp", "sip:second@127.0.0.1:%2$d"]
                  - when: {header: {X-First: tls}}
                    servers: ["sip:127.0.0.1:%1$d;transport=tls", "sip:second@127.0.0.1:%2$d"]
                """,
                BAD_PORT,
                SECOND_PORT);
        return Wars.siprecServlet(rules, Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.srs.answer-timeout", "2s"))
                .addClass(SessionsServlet.class);
    }

    @AfterEach
    void close() {
        listener.close();
        stage.close();
    }

    @AfterAll
    static void theContainerHasForgottenEverySession() {
        Sessions.awaitNone();
    }

    /** These events, and no other one, have been told of the call. */
    private void assertTold(Talk talk, String... events) {
        for (String event : events) {
            assertThat(listener.await(talk.callId()).name()).isEqualTo(event);
        }
        assertThat(listener.staysQuiet(A_WHILE)).isTrue();
    }

    static Stream<Named<Behaviour>> refusals() {
        return Stream.of(
                named("300", refuse(300)),
                named("302", refuse(302)),
                named("401", refuse(401)),
                named("404", refuse(404)),
                named("488", refuse(488)),
                named("503", refuse(503)),
                named("603", refuse(603)),
                named("no answer", Behaviour.staySilent()),
                named("only ringing", Behaviour.onlyProvisional(180)),
                named("only ringing, and an answer too late", Behaviour.acceptAfter(TOO_LATE)),
                named("200 without description", Behaviour.acceptWithoutSdp()),
                named("200 with a broken description", Behaviour.acceptWithBrokenSdp()),
                named("200 with a line too few", Behaviour.acceptWithLines(1)),
                named("200 with a line too many", Behaviour.acceptWithLines(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRecordingThatDoesNotBeginFailsOnce(Behaviour behaviour) {
        stage.recorder.will(behaviour);
        Talk talk = stage.call();
        Rest.awaitEnd(talk.callId());

        stage.assertUntouched(talk);
        talk.endByCaller();
        assertTold(talk, FAILED);
    }

    static Stream<Named<Behaviour>> acceptances() {
        return Stream.of(
                named("late", Behaviour.acceptAfter(LATE)),
                named("twice", Behaviour.acceptTwice()),
                named("all lines rejected", Behaviour.rejectAllLines()));
    }

    @ParameterizedTest
    @MethodSource("acceptances")
    void aRecordingThatBeginsEndsOnceWithTheCall(Behaviour behaviour) {
        stage.recorder.will(behaviour);
        Talk talk = stage.call();
        Rest.awaitActive(talk.callId());

        stage.assertUntouched(talk);
        talk.endByCallee();
        stage.session().awaitEnd();
        assertTold(talk, STARTED, STOPPED);
    }

    @Test
    @OnlyOn(
            value = Container.LIBERTY,
            because = "Restcomm forgets an INVITE with the time of RFC 3261, which is when this recording ends")
    void anAcceptanceAfterTheTimeIsTakenBack() {
        stage.recorder.willStaySilent();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Rest.awaitEnd(talk.callId());
        session.accept();
        session.awaitAck();
        session.awaitEnd();

        stage.assertUntouched(talk);
        talk.endByCaller();
        assertTold(talk, FAILED);
    }

    @Test
    void aRecorderThatAcceptsAndHangsUpAtOnceEndsTheRecordingOnce() {
        stage.recorder.willAcceptThenHangUp();
        Talk talk = stage.call();
        Rest.awaitEnd(talk.callId());

        stage.assertUntouched(talk);
        talk.endByCaller();
        assertTold(talk, STARTED, STOPPED);
    }

    @Test
    void aRecorderThatAcceptsAndClosesItsConnectionAtOnceIsStillSentTheMedia() {
        stage.recorder.will(session -> {
            session.accept();
            session.afterAck(stage.recorder.agent().endpoint()::dropConnections);
        });
        Talk talk = stage.call();
        Hearing.assertFlows(stage.recordedSession());

        stage.assertUntouched(talk);
        talk.endByCaller();
        Rest.awaitEnd(talk.callId());
        assertTold(talk, STARTED, STOPPED);
    }

    @Test
    void aCallThatEndsWhileTheRecorderDecidesTakesTheInvitationBack() {
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        talk.endByCaller();

        session.awaitCancel();
        assertTold(talk, FAILED);
    }

    @Test
    void aCallThatEndsWhileTheRecorderDecidesEndsWhatWasAcceptedMeanwhile() {
        stage.recorder.agent().leaveCancelUnanswered();
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        talk.endByCallee();
        session.call().awaitCancel().respond(200);
        session.call().answer(session.offerSdp().replace("a=sendonly", "a=recvonly"));

        session.awaitAck();
        session.awaitEnd();
        assertTold(talk, FAILED);
    }

    @Test
    void aRecorderThatRingsAndNeverSaysMoreIsForgotten() {
        stage.recorder.agent().leaveCancelUnanswered();
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Rest.awaitEnd(talk.callId());
        session.call().awaitCancel().respond(200);

        stage.assertUntouched(talk);
        talk.endByCaller();
        assertTold(talk, FAILED);
    }

    @Test
    void aCallThatIsGivenUpIsNotRecorded() {
        Talk talk = stage.ringing();
        Calls.start(talk, "");
        talk.call().awaitResponse(180);
        talk.call().cancel().awaitResponse(200);
        talk.call().awaitResponse(487);
        talk.incoming().awaitCancel();

        assertTold(talk, FAILED);
        assertThat(stage.recorder.sessions()).isEmpty();
    }

    @Test
    void aCallToSomebodyBusyIsNotRecorded() {
        Talk talk = stage.ringing();
        Calls.start(talk, "");
        talk.incoming().respond(486);
        talk.call().awaitResponse(486);

        assertTold(talk, FAILED);
        assertThat(stage.recorder.sessions()).isEmpty();
    }

    @Test
    void bothHangUpInTheSameInstant() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Rest.awaitActive(talk.callId());
        talk.endByBoth();

        session.awaitEnd();
        assertTold(talk, STARTED, STOPPED);
    }

    @Test
    void aPauseWhileStarting() {
        stage.recorder.willOnlyRing();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        String id = Rest.recordings(talk.callId()).get(0).get("id").asText();
        assertThat(Control.change(id, "pause").statusCode()).isEqualTo(200);
        session.accept();
        Control.awaitState(id, "paused");

        Hearing.assertQuiet(session);
        talk.endByCaller();
        session.awaitEnd();
        assertTold(talk, STARTED, "recording.paused", STOPPED);
    }

    @Test
    void aStopWhilePausing() throws Exception {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        String id = Rest.awaitActive(talk.callId()).get("id").asText();
        CompletableFuture<IncomingRequest> asked = new CompletableFuture<>();
        session.willDoNext("INVITE", asked::complete);
        var pause = CompletableFuture.supplyAsync(() -> Control.change(id, "pause"));
        IncomingRequest reinvite = Hearing.soon(asked);
        var stop = CompletableFuture.supplyAsync(() -> Control.change(id, "stop"));
        session.awaitEnd();
        reinvite.respond(487);

        assertThat(Hearing.soon(pause).statusCode()).isEqualTo(409);
        assertThat(Hearing.soon(stop).statusCode()).isEqualTo(200);
        stage.assertUntouched(talk);
        assertTold(talk, STARTED, STOPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "tls"})
    void theFirstServerIsAClosedPort(String transport) {
        stage.letTheServerComplain();
        assertRecordedByTheSecond(transport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "tls"})
    void theFirstServerIsABlackHole(String transport) {
        stage.letTheServerComplain();
        BlackHole hole = new BlackHole(BAD_PORT);
        try {
            assertRecordedByTheSecond(transport);
        } finally {
            hole.close();
        }
    }

    @Test
    void theFirstServerShowsAWrongCertificate() {
        stage.letTheServerComplain();
        var recorder = new InetSocketAddress(Server.HOST, Stage.RECORDER_PORT);
        try (TlsFront front = TlsFront.start(Tls.wrong(), Server.HOST, BAD_PORT, recorder)) {
            assertRecordedByTheSecond("tls");
            assertThat(front.tries()).isPositive();
        }
    }

    private void assertRecordedByTheSecond(String transport) {
        Talk talk = stage.call(header("X-First", transport));
        RecordedSession session = second.awaitSession(Duration.ofSeconds(10));
        Rest.awaitActive(talk.callId());

        stage.assertUntouched(talk);
        talk.endByCaller();
        session.awaitEnd();
        assertThat(stage.recorder.sessions()).isEmpty();
        assertTold(talk, "recording.failed_over", STARTED, STOPPED);
    }
}
