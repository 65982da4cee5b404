package org.siprecservlet.media.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.SessionDescription;

class SdpRewriterTest {

    private static final Connection RELAY = new Connection(AddressFamily.IP4, "192.0.2.99");

    @Test
    void changesAddressAndPortOfADeskPhone() throws Exception {
        assertRewritten(
                """
                v=0
                o=- 20518 20518 IN IP4 10.0.3.41
                s=SDP data
                c=IN IP4 10.0.3.41
                t=0 0
                m=audio 11780 RTP/AVP 0 8 18 9 101
                a=rtpmap:0 PCMU/8000
                a=rtpmap:18 G729/8000
                a=fmtp:18 annexb=no
                a=fmtp:101 0-15
                a=ptime:20
                a=sendrecv
                """,
                """
                v=0
                o=- 20518 20518 IN IP4 192.0.2.99
                s=SDP data
                c=IN IP4 192.0.2.99
                t=0 0
                m=audio 40000 RTP/AVP 0 8 18 9 101
                a=rtpmap:0 PCMU/8000
                a=rtpmap:18 G729/8000
                a=fmtp:18 annexb=no
                a=fmtp:101 0-15
                a=ptime:20
                a=sendrecv
                """);
    }

    @Test
    void changesEveryLineOfAVideoPhoneAndLeavesARejectedOne() throws Exception {
        assertRewritten(
                """
                v=0
                o=Z 0 1 IN IP4 172.16.4.7
                s=Z
                c=IN IP4 172.16.4.7
                b=AS:1500
                t=0 0
                m=audio 8000 RTP/AVP 96
                c=IN IP4 172.16.4.8
                a=rtcp:8001 IN IP4 172.16.4.8
                m=video 9000 RTP/AVPF 97
                a=rtcp:9000
                a=rtcp-mux
                a=rtcp-fb:* nack pli
                m=application 0 UDP/BFCP *
                """,
                """
                v=0
                o=Z 0 1 IN IP4 192.0.2.99
                s=Z
                c=IN IP4 192.0.2.99
                b=AS:1500
                t=0 0
                m=audio 40000 RTP/AVP 96
                c=IN IP4 192.0.2.99
                a=rtcp:40001 IN IP4 192.0.2.99
                m=video 40002 RTP/AVPF 97
                a=rtcp:40002
                a=rtcp-mux
                a=rtcp-fb:* nack pli
                m=application 0 UDP/BFCP *
                """);
    }

    @Test
    void removesIceOfASoftphone() throws Exception {
        assertRewritten(
                """
                v=0
                o=- 3767 3767 IN IP4 10.1.1.1
                s=pjmedia
                t=0 0
                a=ice-options:trickle
                a=ice-lite
                m=audio 4000 RTP/AVP 0
                c=IN IP4 10.1.1.1
                a=ice-ufrag:1a2b
                a=ice-pwd:secret
                a=candidate:Ha 1 UDP 2130706431 10.1.1.1 4000 typ host
                a=remote-candidates:1 10.2.2.2 5000
                a=end-of-candidates
                a=ssrc:1 cname:x
                """,
                """
                v=0
                o=- 3767 3767 IN IP4 192.0.2.99
                s=pjmedia
                t=0 0
                m=audio 40000 RTP/AVP 0
                c=IN IP4 192.0.2.99
                a=ssrc:1 cname:x
                """);
    }

    @Test
    void letsNoSideSendAllItsLinesToOnePort() throws Exception {
        assertRewritten(
                """
                v=0
                c=IN IP4 10.0.0.1
                a=group:BUNDLE 0 1
                a=group:LS 0 1
                m=audio 5004 RTP/AVP 0
                a=mid:0
                m=video 5006 RTP/AVP 96
                a=mid:1
                a=bundle-only
                """,
                """
                v=0
                c=IN IP4 192.0.2.99
                a=group:LS 0 1
                m=audio 40000 RTP/AVP 0
                a=mid:0
                m=video 40002 RTP/AVP 96
                a=mid:1
                """);
    }

    @Test
    void keepsAHoldByAddress() throws Exception {
        assertRewritten(
                "v=0\no=a 1 2 IN IP4 10.0.0.1\ns=-\nc=IN IP4 0.0.0.0\nt=0 0\nm=audio 5004 RTP/AVP 0\na=inactive\n",
                "v=0\no=a 1 2 IN IP4 192.0.2.99\ns=-\nc=IN IP4 0.0.0.0\nt=0 0\nm=audio 40000 RTP/AVP 0\na=inactive\n");
    }

    @Test
    void keepsAHoldByAddressTowardsTheOtherFamily() throws Exception {
        Connection relay = new Connection(AddressFamily.IP6, "2001:db8::99");
        SessionDescription held = sdp("v=0\nc=IN IP4 0.0.0.0\nm=audio 5004 RTP/AVP 0\n");

        assertThat(new SdpRewriter(relay, index -> 40000).rewrite(held).ownConnection())
                .contains(new Connection(AddressFamily.IP6, "::"));
    }

    @Test
    void promisesOnePortWhereItHasOne() throws Exception {
        assertRewritten(
                "v=0\nc=IN IP4 10.0.0.1/127\nm=audio 5004/2 RTP/AVP 0\n",
                "v=0\nc=IN IP4 192.0.2.99\nm=audio 40000 RTP/AVP 0\n");
    }

    @Test
    void givesALineAnAddressThatHasNone() throws Exception {
        assertRewritten("v=0\nm=audio 5004 RTP/AVP 0\n", "v=0\nm=audio 40000 RTP/AVP 0\nc=IN IP4 192.0.2.99\n");
    }

    @Test
    void leavesTcpMediaWhereItIs() throws Exception {
        assertRewritten(
                "v=0\nc=IN IP4 10.0.0.1\nm=audio 5004 RTP/AVP 0\nm=application 5070 TCP/BFCP *\na=setup:actpass\n",
                """
                v=0
                c=IN IP4 192.0.2.99
                m=audio 40000 RTP/AVP 0
                m=application 5070 TCP/BFCP *
                c=IN IP4 10.0.0.1
                a=setup:actpass
                """);
    }

    @Test
    void closesALineThatHasNoPort() throws Exception {
        SessionDescription answer = sdp("v=0\nc=IN IP4 10.0.0.1\nm=audio 5004 RTP/AVP 0\n");

        assertThat(new SdpRewriter(RELAY, index -> 0)
                        .rewrite(answer)
                        .media()
                        .get(0)
                        .port())
                .isZero();
    }

    private static void assertRewritten(String before, String after) throws Exception {
        SessionDescription rewritten = new SdpRewriter(RELAY, index -> 40000 + 2 * index).rewrite(sdp(before));

        assertThat(rewritten.toString()).isEqualTo(after.replace("\n", "\r\n"));
    }

    private static SessionDescription sdp(String text) throws Exception {
        return SessionDescription.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
