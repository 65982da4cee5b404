package org.siprecservlet.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

    @Test
    void readsWhatItWrites() {
        RtpPacket packet = new RtpPacket(true, 101, 65535, 0xFFFFFFFFL, 0x80000001L, List.of(7L), new byte[] {1, 2});

        RtpPacket read = RtpPacket.parse(packet.toBytes());

        assertThat(read).usingRecursiveComparison().isEqualTo(packet);
    }

    @Test
    void skipsExtensionAndPadding() {
        byte[] raw = HexFormat.of().parseHex("b0000001000000020000000" + "3" + "bede000111223344" + "aabb" + "0002");

        assertThat(RtpPacket.parse(raw).payload()).containsExactly(0xaa, 0xbb);
    }

    @Test
    void refusesWhatIsNoRtp() {
        assertThatThrownBy(() -> RtpPacket.parse(new byte[12])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RtpPacket.parse(HexFormat.of().parseHex("8f0000010000000200000003")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
