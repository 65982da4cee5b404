package org.siprecservlet.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.sdp.RecordPreference.NOPREFERENCE;
import static org.siprecservlet.sdp.RecordPreference.OFF;
import static org.siprecservlet.sdp.RecordPreference.ON;
import static org.siprecservlet.sdp.RecordPreference.PAUSE;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.conformance.Requirement;

class RecordPreferenceTest {

    private static RecordPreference wish(String ofSession, String ofAudio, String videoPort, String ofVideo)
            throws MalformedSdpException {
        String text = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nt=0 0\n" + ofSession + "m=audio 4000 RTP/AVP 0\n" + ofAudio
                + "m=video " + videoPort + " RTP/AVP 31\n" + ofVideo;
        return RecordPreference.in(SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource({"on, ON", "off, OFF", "pause, PAUSE", "nopreference, NOPREFERENCE"})
    @Requirement("PRF-04")
    void hasFourValues(String written, RecordPreference meant) throws Exception {
        assertThat(wish("a=recordpref:" + written + "\n", "", "4002", "")).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"maybe", "ON", "''"})
    @Requirement("PRF-09")
    void whatNobodyKnowsSaysNothing(String written) throws Exception {
        assertThat(wish("a=recordpref:" + written + "\n", "", "4002", "")).isEqualTo(NOPREFERENCE);
    }

    @Test
    @Requirement("PRF-05")
    void aMediumsOwnWishCountsBeforeTheSessions() throws Exception {
        String on = "a=recordpref:on\n";
        assertThat(wish("a=recordpref:off\n", on, "4002", on)).isEqualTo(ON);
    }

    @Test
    void ofSeveralMediaThatWhichWishesLessCounts() throws Exception {
        assertThat(wish("", "a=recordpref:on\n", "4002", "a=recordpref:pause\n"))
                .isEqualTo(PAUSE);
        assertThat(wish("a=recordpref:off\n", "a=recordpref:on\n", "4002", "")).isEqualTo(OFF);
    }

    @Test
    void aRejectedMediumWishesNothing() throws Exception {
        assertThat(wish("", "a=recordpref:on\n", "0", "a=recordpref:off\n")).isEqualTo(ON);
    }

    @Test
    @Requirement("PRF-08")
    void ofTwoPartiesTheOneThatWishesLessCounts() {
        assertThat(ON.and(OFF)).isEqualTo(OFF);
        assertThat(PAUSE.and(ON)).isEqualTo(PAUSE);
        assertThat(NOPREFERENCE.and(ON)).isEqualTo(ON);
        assertThat(OFF.and(NOPREFERENCE)).isEqualTo(OFF);
    }
}
