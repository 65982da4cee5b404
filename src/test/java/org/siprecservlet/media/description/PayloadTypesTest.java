package org.siprecservlet.media.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.sdp.MediaDescription;

class PayloadTypesTest {

    private static final MediaDescription OFFERED =
            line("m=audio 4 RTP/AVP 0 8 111 101", "a=rtpmap:111 opus/48000/2", "a=rtpmap:101 telephone-event/8000");

    @Test
    void leavesOutWhatTheAnswerDoesNotHave() {
        PayloadTypes types = PayloadTypes.between(OFFERED, line("m=audio 4 RTP/AVP 8"));

        assertThat(types.sentAs(8)).isEqualTo(8);
        assertThat(types.sentAs(0)).isEqualTo(PayloadTypes.NOT_SENT);
        assertThat(types.sentAs(101)).isEqualTo(PayloadTypes.NOT_SENT);
    }

    @Test
    void takesTheNumbersOfTheAnswer() {
        PayloadTypes types = PayloadTypes.between(
                OFFERED,
                line("m=audio 4 RTP/AVP 96 97", "a=rtpmap:96 OPUS/48000/2", "a=rtpmap:97 telephone-event/8000"));

        assertThat(types.sentAs(111)).isEqualTo(96);
        assertThat(types.sentAs(101)).isEqualTo(97);
    }

    @Test
    void takesANumberWithoutCodecForTheSameCodec() {
        PayloadTypes types = PayloadTypes.between(OFFERED, line("m=audio 4 RTP/AVP 0 111"));

        assertThat(types.sentAs(111)).isEqualTo(111);
    }

    @Test
    void takesTheSameNumberForAnotherCodecForWhatItIs() {
        PayloadTypes types = PayloadTypes.between(OFFERED, line("m=audio 4 RTP/AVP 111", "a=rtpmap:111 AMR/8000"));

        assertThat(types.sentAs(111)).isEqualTo(PayloadTypes.NOT_SENT);
    }

    @Test
    void passesWhatThePartiesTookUpLater() {
        PayloadTypes types = PayloadTypes.between(OFFERED, line("m=audio 4 RTP/AVP 8"));

        assertThat(types.sentAs(9)).isEqualTo(9);
    }

    @Test
    void survivesFormatsThatAreNoNumbers() {
        PayloadTypes types =
                PayloadTypes.between(line("m=audio 4 RTP/AVP x 4711 0"), line("m=audio 4 RTP/AVP 0 y 300"));

        assertThat(types.sentAs(0)).isZero();
    }

    private static MediaDescription line(String... lines) {
        return new MediaDescription(List.of(lines));
    }
}
