package org.siprecservlet.media.rtpengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;

/** Commands with octets, and their replies, as the real RTPengine 10.5.3.5 takes and gives them. */
class BencodeTest {

    @Test
    void writesOctetsAsTheyAre() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);

        byte[] text = NgCommand.play("c1", Side.CALLER, all).text().getBytes(StandardCharsets.ISO_8859_1);

        String before = "d7:command10:play media7:call-id2:c18:from-tag6:caller4:blob256:";
        assertThat(new String(text, 0, before.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo(before);
        assertThat(text).containsSequence(all).endsWith((byte) 'e').hasSize(before.length() + 257);
    }

    @Test
    void readsSuccess() {
        assertThat(NgReply.parseBencode("d8:durationi400e6:result2:oke").isOk()).isTrue();
    }

    @Test
    void readsARefusalAndItsReason() {
        NgReply reply =
                NgReply.parseBencode("d6:result5:error12:error-reason40:Failed to start media playback from blobe");

        assertThat(reply.isOk()).isFalse();
        assertThat(reply.reason()).isEqualTo("Failed to start media playback from blob");
    }

    @Test
    void takesWhatIsCutOffOrNonsenseForNoReply() {
        String reply = "d8:durationi400e6:result2:oke";
        for (int length = 0; length < reply.length(); length++) {
            assertThat(NgReply.parseBencode(reply.substring(0, length)).isOk()).isFalse();
        }
        for (String nonsense : new String[] {"d-1:x", "d99999999999:x", "dx", "d1:a1:", "d1:ai5"}) {
            assertThat(NgReply.parseBencode(nonsense).isOk()).as(nonsense).isFalse();
        }
        assertThatThrownBy(() -> Bencode.read("d3:ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
