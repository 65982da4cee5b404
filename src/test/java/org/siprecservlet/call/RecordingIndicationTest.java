package org.siprecservlet.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.RecordMark;
import org.siprecservlet.sdp.SessionDescription;

class RecordingIndicationTest {

    private static final RecordingIndication AUDIO = new RecordingIndication(Map.of("audio", RecordMark.ON));

    private static SessionDescription sdp(String... media) throws MalformedSdpException {
        String text = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nt=0 0\n" + String.join("\n", media);
        return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Requirement("IND-05")
    void ofAudioThatIsRecordedAndVideoThatIsNotEachIsToldApart() throws Exception {
        assertThat(AUDIO.of(sdp("m=audio 4000 RTP/AVP 0", "m=video 4002 RTP/AVP 31")))
                .containsExactly(RecordMark.ON, RecordMark.OFF);
    }

    @Test
    void aMediumThatIsRejectedIsNotRecorded() throws Exception {
        assertThat(AUDIO.of(sdp("m=audio 0 RTP/AVP 0", "m=audio 4000 RTP/AVP 0")))
                .containsExactly(RecordMark.OFF, RecordMark.ON);
    }

    @Test
    void ofTwoRecordingsTheOneThatDoesMoreCounts() {
        RecordingIndication other =
                new RecordingIndication(Map.of("audio", RecordMark.PAUSED, "video", RecordMark.PAUSED));

        assertThat(AUDIO.and(other).byMediaType())
                .isEqualTo(Map.of("audio", RecordMark.ON, "video", RecordMark.PAUSED));
        assertThat(AUDIO.and(RecordingIndication.NONE)).isEqualTo(AUDIO);
    }
}
