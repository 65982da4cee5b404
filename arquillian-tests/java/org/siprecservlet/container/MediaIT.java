package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;

/** RTP and RTCP flow through the server for as long as a call lives, whatever is agreed meanwhile. */
@ContainerTest
class MediaIT extends CallTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @Test
    void eachSideHearsTheOther() {
        try (MediaCall call = MediaCall.between(alice, bob)) {
            assertThat(call.aliceIsHeard()).isTrue();
            assertThat(call.bobIsHeard()).isTrue();
            call.talk.end();
        }
    }

    @Test
    void packetsComeFromThePortThatWasTold() {
        try (MediaCall call = MediaCall.between(alice, bob)) {
            assertThat(call.aliceIsHeard()).isTrue();
            assertThat(call.bobsPort.receiver().packets())
                    .allMatch(packet -> packet.source().equals(call.toldBob.destination(1)));
            call.talk.end();
        }
    }

    @Test
    void anAudioCallTakesFourPorts() {
        int before = Carried.now().ports();
        try (MediaCall call = MediaCall.between(alice, bob)) {
            assertThat(Carried.now().ports()).isEqualTo(before + 4);
            call.talk.end();
        }
    }

    @Test
    void audioAndVideoDoNotMix() {
        try (MediaPort aliceAudio = MediaPort.open(Server.HOST);
                MediaPort aliceVideo = MediaPort.open(Server.HOST);
                MediaPort bobAudio = MediaPort.open(Server.HOST);
                MediaPort bobVideo = MediaPort.open(Server.HOST)) {
            ClientCall out = alice.invite(bob.uri(), audioAndVideo(aliceAudio, aliceVideo));
            IncomingCall in = bob.awaitCall();
            Sdp toldBob = Sdp.parse(in.offer());
            in.answer(audioAndVideo(bobAudio, bobVideo));
            Sdp toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
            out.ack();
            in.awaitAck();
            assertThat(MediaCall.isHeard(aliceAudio, toldAlice.destination(1), bobAudio))
                    .isTrue();
            assertThat(MediaCall.isHeard(bobVideo, toldBob.destination(2), aliceVideo))
                    .isTrue();
            assertThat(bobVideo.receiver().packets()).isEmpty();
            assertThat(aliceAudio.receiver().packets()).isEmpty();
            new Conversation(out, in).end();
        }
    }

    private static String audioAndVideo(MediaPort audio, MediaPort video) {
        return Sdp.offer(Server.HOST, audio(audio.port(), 0), video(video.port()));
    }

    private static MediaLine video(int port) {
        return new MediaLine("video", port, "RTP/AVP", List.of("96"), "", List.of("rtpmap:96 H264/90000"));
    }

    @Test
    void aLineThatIsRejectedStaysRejectedAndTheOthersFlow() {
        try (MediaPort alices = MediaPort.open(Server.HOST);
                MediaPort bobs = MediaPort.open(Server.HOST)) {
            ClientCall out = alice.invite(bob.uri(), Sdp.offer(Server.HOST, video(20004), audio(alices.port(), 0)));
            IncomingCall in = bob.awaitCall();
            in.answer(Sdp.answer(Server.HOST, video(0), audio(bobs.port(), 0)));
            Sdp toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
            out.ack();
            in.awaitAck();
            assertThat(toldAlice.line(1).port()).isZero();
            assertThat(MediaCall.isHeard(alices, toldAlice.destination(2), bobs))
                    .isTrue();
            new Conversation(out, in).end();
        }
    }

    @Test
    void theCallerHearsTheCalleeBeforeItAnswers() {
        try (MediaPort alices = MediaPort.open(Server.HOST);
                MediaPort bobs = MediaPort.open(Server.HOST)) {
            ClientCall out = alice.invite(bob.uri(), Sdp.offer(Server.HOST, audio(alices.port(), 0)));
            IncomingCall in = bob.awaitCall();
            in.respond(183, Edit.sdp(Sdp.answer(Server.HOST, audio(bobs.port(), 0))));
            out.awaitResponse(183);
            assertThat(MediaCall.isHeard(bobs, Sdp.parse(in.offer()).destination(1), alices))
                    .isTrue();
            in.respond(486);
            out.awaitResponse(486);
        }
    }

    @Test
    void afterALateOfferEachSideHearsTheOther() {
        try (MediaPort alices = MediaPort.open(Server.HOST);
                MediaPort bobs = MediaPort.open(Server.HOST)) {
            ClientCall out = alice.invite(bob.uri());
            IncomingCall in = bob.awaitCall();
            in.answer(Sdp.offer(Server.HOST, audio(bobs.port(), 0)));
            Sdp toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
            out.ack(Sdp.answer(Server.HOST, audio(alices.port(), 0)));
            Sdp toldBob = Sdp.parse(in.awaitAck().sdp());
            assertThat(MediaCall.isHeard(alices, toldAlice.destination(1), bobs))
                    .isTrue();
            assertThat(MediaCall.isHeard(bobs, toldBob.destination(1), alices)).isTrue();
            new Conversation(out, in).end();
        }
    }

    @Test
    void aSideBehindANatIsHeardAtThePortItSendsFrom() {
        try (MediaPort alices = MediaPort.open(Server.HOST);
                MediaPort bobs = MediaPort.open(Server.HOST)) {
            ClientCall out = alice.invite(bob.uri(), Sdp.offer("192.0.2.1", audio(9, 0)));
            IncomingCall in = bob.awaitCall();
            in.answer(Sdp.answer(Server.HOST, audio(bobs.port(), 0)));
            Sdp toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
            out.ack();
            in.awaitAck();
            assertThat(MediaCall.isHeard(alices, toldAlice.destination(1), bobs))
                    .isTrue();
            assertThat(MediaCall.isHeard(bobs, Sdp.parse(in.offer()).destination(1), alices))
                    .isTrue();
            new Conversation(out, in).end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendonly", "inactive"})
    void aCallThatWasHeldGoesOn(String direction) {
        try (MediaCall call = MediaCall.between(alice, bob)) {
            Conversation talk = call.talk;
            ClientCall hold = talk.caller().reinvite(call.offer(call.alicesPort, direction));
            IncomingCall held = talk.callee().awaitReinvite();
            assertThat(Sdp.parse(held.offer()).direction(1)).isEqualTo(direction);
            held.answer(call.offer(call.bobsPort, direction.equals("sendonly") ? "recvonly" : direction));
            finish(hold, held);

            ClientCall resume = talk.caller().reinvite(call.offer(call.alicesPort, "sendrecv"));
            IncomingCall resumed = talk.callee().awaitReinvite();
            resumed.answer(call.offer(call.bobsPort, "sendrecv"));
            finish(resume, resumed);
            assertThat(call.aliceIsHeard()).isTrue();
            assertThat(call.bobIsHeard()).isTrue();
            talk.end();
        }
    }

    @Test
    void aSideThatHoldsWithAnEmptyAddressIsSentNothing() {
        try (MediaCall call = MediaCall.between(alice, bob)) {
            Conversation talk = call.talk;
            ClientCall hold =
                    talk.caller().reinvite(Sdp.version(2, "0.0.0.0", List.of(audio(call.alicesPort.port(), 0))));
            IncomingCall held = talk.callee().awaitReinvite();
            assertThat(Sdp.parse(held.offer()).destination(1).getAddress().isAnyLocalAddress())
                    .isTrue();
            held.answer(call.answer(call.bobsPort));
            finish(hold, held);
            try (RtpSender sender = call.bobsPort.send(call.toldBob.destination(1), 0, () -> new byte[160])) {
                assertThat(call.alicesPort.receiver().staysQuiet(Duration.ofMillis(300)))
                        .isTrue();
                assertThat(sender.sent()).isPositive();
            }
            talk.end();
        }
    }

    @Test
    void aSideThatMovesIsHeardAtItsNewPort() {
        try (MediaCall call = MediaCall.between(alice, bob);
                MediaPort moved = MediaPort.open(Server.HOST)) {
            ClientCall move = call.talk.caller().reinvite(call.offer(moved, "sendrecv"));
            IncomingCall in = call.talk.callee().awaitReinvite();
            in.answer(call.answer(call.bobsPort));
            finish(move, in);
            assertThat(MediaCall.isHeard(call.bobsPort, call.toldBob.destination(1), moved))
                    .isTrue();
            assertThat(MediaCall.isHeard(moved, call.toldAlice.destination(1), call.bobsPort))
                    .isTrue();
            call.talk.end();
        }
    }

    @Test
    void theServersPortsStayWhenASideMoves() {
        try (MediaCall call = MediaCall.between(alice, bob);
                MediaPort moved = MediaPort.open(Server.HOST)) {
            ClientCall move = call.talk.caller().reinvite(call.offer(moved, "sendrecv"));
            IncomingCall in = call.talk.callee().awaitReinvite();
            assertThat(Sdp.parse(in.offer()).destination(1)).isEqualTo(call.toldBob.destination(1));
            in.answer(call.answer(call.bobsPort));
            assertThat(Sdp.parse(move.awaitResponse(200).sdp()).destination(1))
                    .isEqualTo(call.toldAlice.destination(1));
            move.ack();
            in.awaitAck();
            call.talk.end();
        }
    }

    @Test
    void aRefusedReinviteLeavesMediaAsItWas() {
        try (MediaCall call = MediaCall.between(alice, bob);
                MediaPort elsewhere = MediaPort.open(Server.HOST)) {
            assertThat(call.bobIsHeard()).isTrue();
            ClientCall move = call.talk.caller().reinvite(call.offer(elsewhere, "sendrecv"));
            call.talk.callee().awaitReinvite().respond(488);
            move.awaitResponse(488);
            assertThat(call.bobIsHeard()).isTrue();
            assertThat(call.aliceIsHeard()).isTrue();
            assertThat(elsewhere.receiver().packets()).isEmpty();
            call.talk.end();
        }
    }

    @Test
    void aReinviteMayAddVideoAndTakeItAwayAgain() {
        int before = Carried.now().ports();
        try (MediaCall call = MediaCall.between(alice, bob)) {
            reinvite(call, video(20004), video(20006));
            assertThat(Carried.now().ports()).isEqualTo(before + 8);
            reinvite(call, video(0), video(0));
            assertThat(Carried.await(c -> c.ports() == before + 4).ports()).isEqualTo(before + 4);
            assertThat(call.aliceIsHeard()).isTrue();
            call.talk.end();
        }
    }

    private static void reinvite(MediaCall call, MediaLine offered, MediaLine answered) {
        ClientCall out = call.talk
                .caller()
                .reinvite(Sdp.offer(Server.HOST, MediaCall.line(call.alicesPort, "sendrecv"), offered));
        IncomingCall in = call.talk.callee().awaitReinvite();
        in.answer(Sdp.answer(Server.HOST, MediaCall.line(call.bobsPort, "sendrecv"), answered));
        finish(out, in);
    }

    private static void finish(ClientCall reinvite, IncomingCall in) {
        reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();
    }
}
