package org.siprecservlet.container;

import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.UserAgent;

/** A call with media: each side has a port of its own and knows what it was told of the other's. */
final class MediaCall implements AutoCloseable {

    private static final int PAYLOAD_TYPE = 0;
    private static final int PACKETS = 5;
    private static final Duration REPORTS = Duration.ofMillis(100);

    final MediaPort alicesPort;
    final MediaPort bobsPort;
    final Conversation talk;
    /** What the server told each side. */
    final Sdp toldAlice;

    final Sdp toldBob;

    private final String host;

    private MediaCall(UserAgent alice, UserAgent bob, String host) {
        this.host = host;
        alicesPort = MediaPort.open(host);
        bobsPort = MediaPort.open(host);
        ClientCall out = alice.invite(bob.uri(), offer(alicesPort));
        IncomingCall in = bob.awaitCall();
        toldBob = Sdp.parse(in.offer());
        in.answer(answer(bobsPort));
        toldAlice = Sdp.parse(out.awaitResponse(200).sdp());
        out.ack();
        in.awaitAck();
        talk = new Conversation(out, in);
    }

    static MediaCall between(UserAgent alice, UserAgent bob) {
        return between(alice, bob, Server.HOST);
    }

    /** @param host the address of the phones' media */
    static MediaCall between(UserAgent alice, UserAgent bob, String host) {
        return new MediaCall(alice, bob, host);
    }

    String offer(MediaPort port) {
        return Sdp.offer(host, audio(port.port(), PAYLOAD_TYPE));
    }

    String answer(MediaPort port) {
        return Sdp.answer(host, audio(port.port(), PAYLOAD_TYPE));
    }

    String offer(MediaPort port, String direction) {
        return Sdp.version(2, host, List.of(line(port, direction)));
    }

    static MediaLine line(MediaPort port, String direction) {
        return audio(port.port(), PAYLOAD_TYPE).direction(direction);
    }

    boolean aliceIsHeard() {
        return isHeard(alicesPort, toldAlice.destination(1), bobsPort);
    }

    boolean bobIsHeard() {
        return isHeard(bobsPort, toldBob.destination(1), alicesPort);
    }

    /** Whether RTP and RTCP of one port come out at the other; anything that comes later than some seconds does not. */
    static boolean isHeard(MediaPort from, InetSocketAddress relay, MediaPort to) {
        int reports = to.receiver().rtcp().size();
        try (RtpSender sender = new RtpSender(from, relay, PAYLOAD_TYPE, () -> new byte[160]).withReports(REPORTS)) {
            sender.start();
            List<Received> packets = to.receiver().awaitMore(PACKETS);
            to.receiver().awaitRtcp(reports + 1);
            return packets.stream().anyMatch(received -> received.packet().ssrc() == sender.ssrc());
        }
    }

    /** Frees the phones' ports; the call has to be ended before. */
    @Override
    public void close() {
        alicesPort.close();
        bobsPort.close();
    }
}
