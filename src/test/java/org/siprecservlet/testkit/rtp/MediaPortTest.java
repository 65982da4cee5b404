package org.siprecservlet.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sip.TimedOut;

class MediaPortTest {

    private final MediaPort here = MediaPort.open("127.0.0.1");
    private final MediaPort there = MediaPort.open("127.0.0.1");

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void sendsFromWhereItReceives() {
        try (RtpSender sender = here.send(there.address(), 8, () -> new byte[] {1, 2, 3})) {
            List<RtpReceiver.Received> received = there.receiver().awaitPackets(3);

            assertThat(here.port() % 2).isZero();
            assertThat(received).extracting(RtpReceiver.Received::source).containsOnly(here.address());
            assertThat(received).extracting(r -> r.packet().ssrc()).containsOnly(sender.ssrc());
            assertThat(received).extracting(r -> r.packet().marker()).startsWith(true, false, false);
            assertThat(there.receiver().payload(8)).startsWith(1, 2, 3, 1, 2, 3);
        }
    }

    @Test
    void sendsNothingForAnEmptyFrame() {
        AtomicInteger frame = new AtomicInteger();
        RtpSender sender =
                here.send(there.address(), 0, () -> frame.getAndIncrement() == 1 ? new byte[0] : new byte[160]);
        List<RtpReceiver.Received> received = there.receiver().awaitPackets(2);
        long first = received.get(0).packet().timestamp();
        long second = received.get(1).packet().timestamp();

        assertThat((second - first) & 0xFFFFFFFFL).isEqualTo(320);
        assertThat(received.get(1).packet().marker()).isTrue();
        sender.close();
    }

    @Test
    void reportsToThePortAbove() {
        RtpSender sender = new RtpSender(here, there.address(), 0, () -> new byte[160], 7)
                .withReports(Duration.ofMillis(20))
                .start();

        RtpReceiver.ReceivedRtcp report = there.receiver().awaitRtcp(1).get(0);
        sender.close();

        assertThat(report.type()).isEqualTo(200);
        assertThat(report.source().getPort()).isEqualTo(here.port() + 1);
    }

    @Test
    void keepsWhatIsNoRtpApart() {
        here.sendRtp(new byte[] {(byte) 0x8f, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3}, there.address());
        here.sendRtp(new RtpPacket(false, 0, 1, 1, 1, new byte[1]).toBytes(), there.address());

        there.receiver().awaitPackets(1);

        assertThat(there.receiver().oddDatagrams()).hasSize(1);
    }

    @Test
    void saysHowManyPacketsWereMissing() {
        assertThatThrownBy(() -> there.receiver().awaitPackets(2, Duration.ofMillis(5)))
                .isInstanceOf(TimedOut.class)
                .hasMessageContaining("0 of 2");
    }

    @Test
    void staysInTheGivenRange() {
        assertThatThrownBy(() -> MediaPort.open("127.0.0.1", here.port(), here.port() + 1))
                .isInstanceOf(UncheckedIOException.class);
    }
}
