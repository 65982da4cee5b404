package org.siprecservlet.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.sdp.RecordMark.OFF;
import static org.siprecservlet.sdp.RecordMark.ON;
import static org.siprecservlet.sdp.RecordMark.PAUSED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

class RecordMarkTest {

    private static SessionDescription sdp(String ofSession, String ofAudio, String ofVideo)
            throws MalformedSdpException {
        String text = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nt=0 0\n" + ofSession + "m=audio 4000 RTP/AVP 0\n" + ofAudio
                + "m=video 4002 RTP/AVP 31\n" + ofVideo;
        return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Requirement("IND-05")
    void aMediumsOwnWordCountsBeforeTheSessions() throws Exception {
        assertThat(RecordMark.in(sdp("a=record:on\n", "", "a=record:paused\n"))).containsExactly(ON, PAUSED);
    }

    @Test
    void whatNothingIsSaidOfIsNotRecorded() throws Exception {
        assertThat(RecordMark.in(sdp("", "a=record:maybe\n", "a=recordpref:on\n")))
                .containsExactly(OFF, OFF);
    }

    @Test
    @Requirement("IND-04")
    void eachMediumSaysItOnceAndTheSessionNoMore() throws Exception {
        SessionDescription marked =
                RecordMark.put(List.of(PAUSED, OFF), sdp("a=record:on\n", "a=record:on\na=ptime:20\n", ""));

        assertThat(marked.lines()).noneMatch(line -> line.startsWith("a="));
        assertThat(marked.media().get(0).lines())
                .containsExactly("m=audio 4000 RTP/AVP 0", "a=ptime:20", "a=record:paused");
        assertThat(marked.media().get(1).lines()).containsExactly("m=video 4002 RTP/AVP 31", "a=record:off");
    }

    @Test
    void onCountsBeforePausedAndPausedBeforeOff() {
        assertThat(ON.and(PAUSED)).isEqualTo(ON);
        assertThat(OFF.and(ON)).isEqualTo(ON);
        assertThat(PAUSED.and(OFF)).isEqualTo(PAUSED);
        assertThat(OFF.and(OFF)).isEqualTo(OFF);
    }
}
