package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;

/** The relay has an address of each family; a side is told the one of the family it offers. */
@ContainerTest
class MediaOverIpv6IT extends CallTest {

    private static final String IPV6 = "::1";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(hasIpv6() ? Map.of("siprec.media.address", "127.0.0.1,::1") : Map.of());
    }

    @BeforeEach
    void thereIsIpv6() {
        if (!hasIpv6()) {
            abort("This machine has no address ::1, so media over IPv6 is not tested");
        }
    }

    private static boolean hasIpv6() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(IPV6, 0))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void bothSidesSpeakIpv6() {
        try (MediaCall call = MediaCall.between(alice, bob, IPV6)) {
            assertThat(call.toldAlice.address()).isEqualTo(IPV6);
            assertThat(call.aliceIsHeard()).isTrue();
            assertThat(call.bobIsHeard()).isTrue();
            call.talk.end();
        }
    }

    @Test
    void aLateOfferIsAnsweredInItsFamily() {
        try (MediaPort alices = MediaPort.open(IPV6);
                MediaPort bobs = MediaPort.open(IPV6)) {
            ClientCall out = alice.invite(bob.uri());
            IncomingCall in = bob.awaitCall();
            in.answer(Sdp.offer(IPV6, audio(bobs.port(), 0)));
            Sdp toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
            out.ack(Sdp.answer(IPV6, audio(alices.port(), 0)));
            Sdp toldBob = Sdp.parse(in.awaitAck().sdp());
            assertThat(MediaCall.isHeard(alices, toldAlice.destination(1), bobs))
                    .isTrue();
            assertThat(MediaCall.isHeard(bobs, toldBob.destination(1), alices)).isTrue();
            new Conversation(out, in).end();
        }
    }

    @Test
    void callsOverIpv4StayThere() {
        try (MediaCall call = MediaCall.between(alice, bob)) {
            assertThat(call.toldBob.address()).isEqualTo(Server.HOST);
            assertThat(call.aliceIsHeard()).isTrue();
            call.talk.end();
        }
    }
}
