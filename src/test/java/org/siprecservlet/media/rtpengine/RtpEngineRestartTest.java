package org.siprecservlet.media.rtpengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.TestParty;
import org.siprecservlet.sdp.SessionDescription;

/** Calls and copies while the real RTPengine is killed, started again, or told to pause. */
class RtpEngineRestartTest {

    private static final RelayCall CALL = new RelayCall("call-1");
    private static final Subscription COPY = new Subscription(CALL, "copy-1");

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private RtpEngineDaemon daemon;
    private RtpEngineRelay relay;
    private TestParty caller;
    private TestParty callee;
    private TestParty recorder;

    @BeforeAll
    static void requireBinary() {
        RtpEngineDaemon.requireBinary(RtpEngineRestartTest.class);
    }

    @BeforeEach
    void open() throws Exception {
        caller = TestParty.at("127.0.0.1");
        callee = TestParty.at("127.0.0.1");
        recorder = TestParty.at("127.0.0.1");
        daemon = RtpEngineDaemon.started();
        relay = RtpEngineRelay.open(List.of(daemon.control()), this::after, new Random());
    }

    private Runnable after(Duration delay, Runnable task) {
        Future<?> due = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    @AfterEach
    void close() throws Exception {
        relay.close();
        timer.shutdownNow();
        daemon.kill();
        List.of(caller, callee, recorder).forEach(TestParty::close);
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static SessionDescription audio(TestParty party, String... more) throws Exception {
        String text = "v=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio " + party.port()
                + " RTP/AVP 0\n" + String.join("\n", more);
        return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    private int portTowardsCaller() throws Exception {
        done(relay.offer(CALL, Side.CALLER, audio(caller)));
        return done(relay.answer(CALL, Side.CALLEE, audio(callee)))
                .media()
                .get(0)
                .port();
    }

    private void record() throws Exception {
        done(relay.subscribe(COPY));
        done(relay.connect(COPY, audio(recorder, "a=recvonly")));
    }

    private static byte[] packet(int number) {
        byte[] packet = new byte[172];
        packet[0] = (byte) 0x80;
        packet[3] = (byte) number;
        return packet;
    }

    @Test
    void aPausedCopyStaysSilentWhileItsOfferIsAskedForAgain() throws Exception {
        int port = portTowardsCaller();
        record();
        done(relay.connect(COPY, audio(recorder, "a=inactive")));
        done(relay.refresh(COPY));
        portTowardsCaller();
        caller.sendRtp(packet(1), port);
        callee.receiveRtp();

        done(relay.connect(COPY, audio(recorder, "a=recvonly")));
        caller.sendRtp(packet(2), port);

        assertThat(recorder.receiveRtp().content()).isEqualTo(packet(2));
    }

    @Test
    void aCopyAndACallEndAtOnce() throws Exception {
        int port = portTowardsCaller();
        record();
        done(relay.unsubscribe(COPY));
        caller.sendRtp(packet(1), port);
        callee.receiveRtp();
        record();
        caller.sendRtp(packet(2), port);
        assertThat(recorder.receiveRtp().content()).isEqualTo(packet(2));

        done(relay.delete(CALL));
        port = portTowardsCaller();
        record();
        caller.sendRtp(packet(3), port);
        assertThat(recorder.receiveRtp().content()).isEqualTo(packet(3));
    }

    @Test
    void aNewCallFailsWithAReasonWhileItIsGone() throws Exception {
        portTowardsCaller();
        daemon.kill();

        assertThatThrownBy(() -> done(relay.offer(new RelayCall("call-2"), Side.CALLER, audio(caller))))
                .hasMessageContaining("does not answer");
        assertThat(relay.isReady()).isFalse();
        assertThat(relay.callsInProgress()).isEqualTo(1);
        daemon.start();
    }

    @Test
    void aCallAndItsCopyGoOnWithTheNextOfferAfterARestart() throws Exception {
        portTowardsCaller();
        record();
        daemon.kill();
        daemon.start();

        int port = portTowardsCaller();
        done(relay.refresh(COPY));
        caller.sendRtp(packet(1), port);

        assertThat(callee.receiveRtp().content()).isEqualTo(packet(1));
        assertThat(recorder.receiveRtp().content()).isEqualTo(packet(1));
        done(relay.delete(CALL));
        assertThat(relay.callsInProgress()).isZero();
    }
}
