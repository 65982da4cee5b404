package org.siprecservlet.testkit.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdpTest {

    @Test
    void writesAnOffer() {
        assertThat(Sdp.offer("127.0.0.1", audio(4000, 0, 101).sendonly().labelled("1")))
                .isEqualTo("v=0\r\no=testkit 4711 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                        + "m=audio 4000 RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
                        + "a=fmtp:101 0-15\r\na=sendonly\r\na=label:1\r\n");
    }

    @Test
    void readsWhatATestAsksFor() {
        Sdp sdp = Sdp.parse(
                "v=0\no=x 1 42 IN IP4 h\nc=IN IP4 127.0.0.1\na=inactive\nt=0 0\n"
                        + "m=audio 4000 RTP/AVP 0\na=label:a\nm=audio 5000/2 RTP/SAVP 8\nc=IN IP6 ::1\na=sendonly\na=label:b\n");

        assertThat(sdp.version()).isEqualTo(42);
        assertThat(sdp.direction(1)).isEqualTo("inactive");
        assertThat(sdp.direction(2)).isEqualTo("sendonly");
        assertThat(sdp.numberOf("b")).isEqualTo(2);
        assertThat(sdp.numberOf("c")).isZero();
        assertThat(sdp.destination(1)).isEqualTo(new InetSocketAddress("127.0.0.1", 4000));
        assertThat(sdp.destination(2)).isEqualTo(new InetSocketAddress("::1", 5000));
    }

    @Test
    void keepsOnlyTheFormatsAskedFor() {
        MediaLine line = audio(4000, 0, 8, 101).withFormats(List.of("8"));

        assertThat(line.formats()).containsExactly("8");
        assertThat(line.attributes()).containsExactly("rtpmap:8 PCMA/8000");
    }

    @Test
    void readsOtherTextAsADescriptionWithoutMedia() {
        assertThat(Sdp.parse("").media()).isEmpty();
        assertThat(Sdp.parse("m=audio").line(1).port()).isZero();
    }
}
