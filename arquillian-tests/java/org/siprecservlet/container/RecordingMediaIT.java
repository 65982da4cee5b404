package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.Sdp;

/** What each party says reaches the recorder on a line of its own, as it was said. */
@ContainerTest
class RecordingMediaIT {

    private static final int RECEIVER_REPORT = 201;

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
    @Requirement("RTP-20")
    void theFirstLineCarriesTheCallerAndTheSecondTheCallee() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Voice.assertHeard(Voice.ALICE, session.stream("1").awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.stream("2").awaitPackets(Voice.ENOUGH));
        assertThat(session.line(1)).isSameAs(session.stream("1"));
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement({"OFR-12", "RTP-04", "RTP-13"})
    void packetsAreThoseOfTheParty() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        assertSentBy(talk.caller(), session.line(1));
        assertSentBy(talk.callee(), session.line(2));
    }

    private static void assertSentBy(RtpSender party, RtpReceiver line) {
        List<Received> packets = line.awaitPackets(Voice.ENOUGH);
        assertThat(packets).allSatisfy(each -> {
            assertThat(each.packet().ssrc()).isEqualTo(party.ssrc());
            assertThat(each.packet().payloadType()).isEqualTo(Voice.PAYLOAD_TYPE);
        });
        int first = packets.get(0).packet().sequence();
        for (int i = 0; i < packets.size(); i++) {
            assertThat(packets.get(i).packet().sequence()).isEqualTo(first + i & 0xFFFF);
        }
    }

    @Test
    @Requirement({"RTP-02", "RTP-03"})
    void mediaComesFromThePortsOfTheOffer() {
        stage.call();
        RecordedSession session = stage.session();
        Sdp offer = session.offer();
        for (int line = 1; line <= 2; line++) {
            int port = offer.line(line).port();
            assertThat(session.line(line).awaitPackets(1).get(0).source()).isEqualTo(offer.destination(line));
            assertThat(session.line(line).awaitRtcp(1).get(0).source().getPort())
                    .isEqualTo(port + 1);
        }
    }

    @Test
    @Requirement("RTP-01")
    void senderReportsArriveOnThePortAboveThatOfTheMedia() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        var report = session.line(1).awaitRtcp(1).get(0);
        assertThat(report.type()).isEqualTo(200);
        assertThat(report.raw()).containsSequence(ssrc(talk.caller()));
    }

    @Test
    @Requirement({"RTP-01", "RTP-05"})
    void whatTheRecorderReportsReachesThePartyItReportsOn() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        byte[] report = {(byte) 0x80, (byte) RECEIVER_REPORT, 0, 1, 0, 0, 0, 7};
        InetSocketAddress media = session.offer().destination(1);
        session.mediaPort("1").sendRtcp(report, new InetSocketAddress(media.getAddress(), media.getPort() + 1));

        assertThat(talk.callersPort()
                        .receiver()
                        .awaitRtcpOfType(RECEIVER_REPORT)
                        .raw())
                .isEqualTo(report);
    }

    private static byte[] ssrc(RtpSender sender) {
        return ByteBuffer.allocate(4).putInt((int) sender.ssrc()).array();
    }

    @Test
    @Requirement("ANS-13")
    void nothingThatTheRecorderSendsReachesAParty() {
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        session.line(1).awaitPackets(1);
        Sdp offer = session.offer();
        Voice.speak(Voice.BOB, session.mediaPort("1"), offer.destination(1)).start();
        talk.assertBothAreHeard();
        long caller = talk.caller().ssrc();
        long callee = talk.callee().ssrc();
        assertThat(talk.callersPort().receiver().packets())
                .allMatch(
                        each -> each.packet().ssrc() == callee && each.packet().ssrc() != caller);
    }
}
