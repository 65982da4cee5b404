package org.siprecservlet.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLineTest {

    @Test
    void takesALineApart() {
        assertThat(MediaLine.parse("m=audio 5004/2  RTP/AVP 8 0"))
                .isEqualTo(new MediaLine("audio", 5004, 8, 14, 2, "RTP/AVP", " 8 0"));
    }

    @Test
    void countsOnePortWhereNothingIsSaid() {
        assertThat(MediaLine.parse("m=video 4 RTP/AVP 96").count()).isEqualTo(1);
    }

    @Test
    void takesALineWithoutFormats() {
        assertThat(MediaLine.parse("m=audio 4 RTP/AVP").formats()).isEmpty();
    }

    @Test
    void endsTheProtocolAtATab() {
        assertThat(MediaLine.parse("m=audio 4 RTP/AVP\t0").protocol()).isEqualTo("RTP/AVP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=audio 4 RTP/AVP 0",
                "m=",
                "m= 4 RTP/AVP 0",
                "m=audio",
                "m=audio ",
                "m=audio 4",
                "m=audio 4 ",
                "m=audio x RTP/AVP 0",
                "m=audio 123456 RTP/AVP 0",
                "m=audio 4/ RTP/AVP 0",
                "m=audio 4/12345 RTP/AVP 0",
                "m=audio 4x RTP/AVP 0",
                "m=audio\t4 RTP/AVP 0",
                "m=audio 4  "
            })
    void refusesWhatIsOfAnotherForm(String line) {
        assertThatThrownBy(() -> MediaLine.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m=media port[/count] protocol formats");
    }
}
