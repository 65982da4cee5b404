package org.siprecservlet.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

class SessionDescriptionTest {

    private static final String PHONE =
            """
            v=0
            o=alice 2890844526 2890844527 IN IP4 192.0.2.10
            s=Besprechung
            i=a line nobody reads
            c=IN IP4 192.0.2.10
            b=AS:84
            t=0 0
            a=recvonly
            X-whatever
            m=audio 5004/2  RTP/AVP 8 0 101\040
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=label:7
            a=sendrecv
            m=video 0 RTP/SAVPF 96
            c=IN IP6 2001:db8::1
            a=rtcp:6001 IN IP6 2001:db8::2
            """;

    @Test
    void writesBackWhatItRead() throws Exception {
        assertThat(text(sdp(PHONE))).isEqualTo(PHONE.replace("\n", "\r\n"));
    }

    @Test
    void readsLinesThatEndWithCrLf() throws Exception {
        assertThat(sdp(PHONE.replace("\n", "\r\n"))).isEqualTo(sdp(PHONE));
    }

    @Test
    void readsALastLineWithoutEnd() throws Exception {
        assertThat(sdp(PHONE.strip())).isEqualTo(sdp(PHONE.stripTrailing() + "\n"));
    }

    @Test
    void keepsBytesThatAreNoUtf8() throws Exception {
        byte[] bytes = "v=0\r\ns=M\u00fcller\u0080\u00ff\r\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(SessionDescription.parse(bytes).toBytes()).isEqualTo(bytes);
    }

    @Test
    void readsTheMediaLine() throws Exception {
        MediaDescription audio = sdp(PHONE).media().get(0);

        assertThat(audio.type()).isEqualTo("audio");
        assertThat(audio.port()).isEqualTo(5004);
        assertThat(audio.portCount()).isEqualTo(2);
        assertThat(audio.protocol()).isEqualTo("RTP/AVP");
        assertThat(audio.formats()).containsExactly("8", "0", "101");
    }

    @Test
    @Requirement({"ANS-06", "ANS-11"})
    void prefersTheMediasOwnAddressAndDirection() throws Exception {
        SessionDescription sdp = sdp(PHONE);

        assertThat(sdp.connectionOf(sdp.media().get(0))).contains(new Connection(AddressFamily.IP4, "192.0.2.10"));
        assertThat(sdp.connectionOf(sdp.media().get(1))).contains(new Connection(AddressFamily.IP6, "2001:db8::1"));
        assertThat(sdp.directionOf(sdp.media().get(0))).isEqualTo(Direction.SENDRECV);
        assertThat(sdp.directionOf(sdp.media().get(1))).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void takesNoDirectionForSendrecv() throws Exception {
        SessionDescription sdp = sdp("v=0\nm=audio 4 RTP/AVP 0\n");

        assertThat(sdp.directionOf(sdp.media().get(0))).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void readsAttributesOfTheMedia() throws Exception {
        MediaDescription audio = sdp(PHONE).media().get(0);
        MediaDescription video = sdp(PHONE).media().get(1);

        assertThat(audio.label()).contains("7");
        assertThat(audio.codec("101")).contains(new Codec("telephone-event", 8000, ""));
        assertThat(audio.codec("0")).contains(new Codec("PCMU", 8000, ""));
        assertThat(audio.codec("99")).isEmpty();
        assertThat(audio.fmtp("101")).contains("0-15");
        assertThat(video.rtcp().orElseThrow().port()).isEqualTo(6001);
        assertThat(video.rtcp().orElseThrow().connection()).contains(new Connection(AddressFamily.IP6, "2001:db8::2"));
    }

    @Test
    void knowsRejectedAndEncryptedLines() throws Exception {
        MediaDescription audio = sdp(PHONE).media().get(0);
        MediaDescription video = sdp(PHONE).media().get(1);

        assertThat(audio.isRejected()).isFalse();
        assertThat(audio.isEncrypted()).isFalse();
        assertThat(video.isRejected()).isTrue();
        assertThat(video.isEncrypted()).isTrue();
        assertThat(line("m=audio 9 UDP/TLS/RTP/SAVPF 0").isEncrypted()).isTrue();
        assertThat(line("m=application 9 UDP/DTLS/SCTP webrtc-datachannel").isEncrypted())
                .isTrue();
    }

    @Test
    void changesThePortAndDropsItsCount() {
        assertThat(line("m=audio 5004/2  RTP/AVP 8 0 101 ").withPort(40000).lines())
                .containsExactly("m=audio 40000  RTP/AVP 8 0 101 ");
    }

    @Test
    void putsAConnectionWhereTheGrammarHasIt() throws Exception {
        Connection relay = new Connection(AddressFamily.IP4, "192.0.2.99");
        SessionDescription sdp = sdp("v=0\no=- 1 1 IN IP4 1.2.3.4\ns=-\nt=0 0\nm=audio 4 RTP/AVP 0\ni=x\na=ptime:20\n");

        SessionDescription changed =
                sdp.withConnection(relay).withMedia(0, sdp.media().get(0).withConnection(relay));

        assertThat(changed.toString().lines())
                .containsExactly(
                        "v=0",
                        "o=- 1 1 IN IP4 1.2.3.4",
                        "s=-",
                        "c=IN IP4 192.0.2.99",
                        "t=0 0",
                        "m=audio 4 RTP/AVP 0",
                        "i=x",
                        "c=IN IP4 192.0.2.99",
                        "a=ptime:20");
    }

    @Test
    void changesTheOriginsAddressAndLeavesItsVersion() throws Exception {
        SessionDescription changed = sdp(PHONE).withOriginAddress(new Connection(AddressFamily.IP6, "2001:db8::9"));

        assertThat(changed.lines()).contains("o=alice 2890844526 2890844527 IN IP6 2001:db8::9");
    }

    @Test
    void leavesAnOriginAloneThatIsNone() throws Exception {
        SessionDescription sdp = sdp("v=0\no=nonsense\ns=-\n");

        assertThat(sdp.withOriginAddress(new Connection(AddressFamily.IP4, "192.0.2.9")))
                .isEqualTo(sdp);
    }

    @Test
    void replacesAndRemovesAttributes() {
        MediaDescription line = line("m=audio 4 RTP/AVP 0", "a=rtcp:5", "a=candidate:1 1 UDP", "a=ptime:20");

        assertThat(line.withAttribute("rtcp", "9")
                        .withoutAttributes("candidate"::equals)
                        .withAttribute("rtcp-mux", "")
                        .lines())
                .containsExactly("m=audio 4 RTP/AVP 0", "a=rtcp:9", "a=ptime:20", "a=rtcp-mux");
    }

    @Test
    void refusesWhatDoesNotStartWithAVersion() {
        assertThatThrownBy(() -> sdp("\r\no=- 1 1 IN IP4 1.2.3.4\n"))
                .isInstanceOf(MalformedSdpException.class)
                .hasMessage("SDP line 2: a description starts with v=");
        assertThatThrownBy(() -> sdp("")).isInstanceOf(MalformedSdpException.class);
    }

    @Test
    void refusesAMediaLineWithoutPort() {
        assertThatThrownBy(() -> sdp("v=0\ns=-\nm=audio RTP/AVP 0\n"))
                .isInstanceOf(MalformedSdpException.class)
                .hasMessageContaining("SDP line 3: not of the form m=");
    }

    @Test
    void refusesAPortOutOfRange() {
        assertThatThrownBy(() -> sdp("v=0\nm=audio 65536 RTP/AVP 0\n")).hasMessageContaining("larger than 65535");
        assertThatThrownBy(() -> sdp("v=0\nm=audio 99999999999 RTP/AVP 0\n")).hasMessageContaining("SDP line 2");
        assertThatThrownBy(() -> sdp("v=0\nm=audio -1 RTP/AVP 0\n")).hasMessageContaining("SDP line 2");
    }

    @Test
    void refusesAbsurdSizes() {
        assertThatThrownBy(() -> sdp("v=0\n" + "a=x\n".repeat(20_000))).hasMessageContaining("larger than 65536 bytes");
        assertThatThrownBy(() -> sdp("v=0\n" + "m=audio 4 RTP/AVP 0\n".repeat(65)))
                .hasMessage("SDP line 66: more than 64 media lines");
    }

    @Test
    void refusesACarriageReturnInsideALine() {
        assertThatThrownBy(() -> sdp("v=0\ns=a\ra=sendonly\n")).hasMessageContaining("SDP line 2");
    }

    private static MediaDescription line(String... lines) {
        return new MediaDescription(List.of(lines));
    }

    private static String text(SessionDescription sdp) {
        return new String(sdp.toBytes(), StandardCharsets.ISO_8859_1);
    }

    private static SessionDescription sdp(String text) throws MalformedSdpException {
        return SessionDescription.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
