package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

class RecorderAnswerTest {

    private static final MediaDescription OFFERED =
            line("m=audio 10000 RTP/AVP 0 8 101", "a=rtpmap:101 telephone-event/8000");

    private static MediaDescription line(String... lines) {
        return new MediaDescription(List.of(lines));
    }

    private static Target target(String... lines) throws RelayException {
        SessionDescription answer = new SessionDescription(List.of("v=0", "c=IN IP4 192.0.2.9"), List.of(line(lines)));
        return new RecorderAnswer(answer).target(OFFERED, 0);
    }

    @Test
    void takesTheAddressAndThePort() throws Exception {
        assertThat(target("m=audio 6000 RTP/AVP 0 8 101", "a=recvonly")).isEqualTo(new Target("192.0.2.9", 6000));
    }

    @Test
    void sendsNothingThatIsNotTaken() throws Exception {
        assertThat(target("m=audio 0 RTP/AVP 0")).isEqualTo(Target.NONE);
        assertThat(target("m=audio 6000 RTP/AVP 0", "a=inactive")).isEqualTo(Target.NONE);
        assertThat(target("m=audio 6000 RTP/AVP 0", "a=sendonly")).isEqualTo(Target.NONE);
        assertThat(target("m=audio 6000 RTP/AVP 0", "c=IN IP4 0.0.0.0")).isEqualTo(Target.NONE);
    }

    @Test
    void takesALineThatTheAnswerDoesNotHaveForARejectedOne() throws Exception {
        SessionDescription nothing = new SessionDescription(List.of("v=0"), List.of());

        assertThat(new RecorderAnswer(nothing).target(OFFERED, 0)).isEqualTo(Target.NONE);
    }

    @Test
    void refusesAddressesThatRtpProxyDoesNotCopyTo() {
        assertRefused("numeric IPv4", "m=audio 6000 RTP/AVP 0", "c=IN IP6 2001:db8::9");
        assertRefused("numeric IPv4", "m=audio 6000 RTP/AVP 0", "c=IN IP4 recorder.example.com");
    }

    @Test
    void refusesOtherPayloadTypes() {
        assertRefused("payload type 101 as 96", "m=audio 6000 RTP/AVP 0 96", "a=rtpmap:96 telephone-event/8000");
    }

    @Test
    void refusesOtherCodecs() {
        assertRefused("no codec of the call", "m=audio 6000 RTP/AVP 96", "a=rtpmap:96 opus/48000/2");
    }

    @Test
    void leavesItToTheRecorderToIgnoreWhatItLeavesOut() throws Exception {
        assertThat(target("m=audio 6000 RTP/AVP 8")).isEqualTo(new Target("192.0.2.9", 6000));
    }

    private static void assertRefused(String why, String... lines) {
        assertThatThrownBy(() -> target(lines))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(RelayException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(RelayException.Kind.UNUSABLE_DESCRIPTION));
    }
}
