package org.siprecservlet.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

class MultipartTest {

    private static final String SDP = "application/sdp";

    /** SDP and ISUP as SIP-I gateways send them (RFC 3204 section 3.1). */
    private static final String SIP_I = crlf(
            """
            --unique-boundary-1
            Content-Type: application/SDP; charset=ISO-10646

            v=0
            m=audio 9092 RTP/AVP 0
            --unique-boundary-1
            Content-Type:application/ISUP;version=nxv3;
             base=etsi121
            content-disposition: signal;handling=optional

            \u0001\u0000\u0049\u00ff
            --unique-boundary-1--
            """);

    @Test
    void findsAPartByItsTypeWhateverCaseAndParameters() throws Exception {
        Multipart multipart = Multipart.parse(mixed("unique-boundary-1", SIP_I));

        assertThat(content(multipart, SDP)).isEqualTo("v=0\r\nm=audio 9092 RTP/AVP 0");
        assertThat(content(multipart, "application/isup")).isEqualTo("\u0001\u0000\u0049\u00ff");
        assertThat(multipart.part("application/rs-metadata+xml")).isEmpty();
    }

    @Test
    void readsHeadersOfAPart() throws Exception {
        Part isup = Multipart.parse(mixed("unique-boundary-1", SIP_I))
                .part("application/isup")
                .orElseThrow();

        assertThat(isup.header("Content-Disposition")).contains("signal;handling=optional");
        assertThat(isup.header("content-type")).contains("application/ISUP;version=nxv3; base=etsi121");
        assertThat(isup.header("Content-ID")).isEmpty();
    }

    @Test
    void changesOnePartAndNoOtherByte() throws Exception {
        Multipart changed = Multipart.parse(mixed("unique-boundary-1", SIP_I)).withPart(SDP, bytes("v=0\r\nnew\r\n"));

        assertThat(text(changed.toBody())).isEqualTo(SIP_I.replace("v=0\r\nm=audio 9092 RTP/AVP 0", "v=0\r\nnew\r\n"));
        assertThat(changed.toBody().contentType()).isEqualTo("multipart/mixed;boundary=unique-boundary-1");
    }

    @Test
    void keepsALengthOfTheChangedPartRight() throws Exception {
        String body = crlf("--b\nContent-Type: application/sdp\nContent-Length: 3\n\nv=0\n--b--\n");

        Multipart changed = Multipart.parse(mixed("b", body)).withPart(SDP, bytes("v=0 longer"));

        assertThat(text(changed.toBody()))
                .isEqualTo(body.replace(" 3\r", " 10\r").replace("v=0", "v=0 longer"));
    }

    @Test
    void staysAsItIsWhenThePartToChangeIsMissing() throws Exception {
        Multipart multipart = Multipart.parse(mixed("b", "--b\n\ntext\n--b--"));

        assertThat(multipart.withPart(SDP, bytes("v=0")).toBody()).isSameAs(multipart.toBody());
        assertThat(multipart.part("text/plain")).isPresent();
    }

    @Test
    void refusesAContentThatHoldsTheDelimiter() throws Exception {
        Multipart multipart = Multipart.parse(mixed("unique-boundary-1", SIP_I));

        assertThatThrownBy(() -> multipart.withPart(SDP, bytes("v=0\r\n--unique-boundary-1\r\n\r\nmore")))
                .isInstanceOf(MalformedBodyException.class);
    }

    @Test
    @Requirement("BOD-12")
    void readsQuotedBoundariesAmongOtherParameters() throws Exception {
        Body body = body(
                "multipart/mixed; type=\"a;boundary=x\"; BOUNDARY=\"a b\\\"c\" ;x=y",
                "--a b\"c\r\n\r\n1\r\n--a b\"c--");

        assertThat(content(Multipart.parse(body), "text/plain")).isEqualTo("1");
    }

    @Test
    @Requirement("BOD-12")
    void skipsPreambleAndEpilogue() throws Exception {
        Body body = mixed(
                "b",
                "--bb is no delimiter\r\n--b  \r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b--\r\n--b\r\nno part");

        assertThat(Multipart.parse(body).parts()).hasSize(1);
        assertThat(content(Multipart.parse(body), SDP)).isEqualTo("v=0");
    }

    @Test
    void readsLinesThatEndWithLf() throws Exception {
        Body body = mixed("b", "--b\nContent-Type: application/sdp\n\nv=0\ns=-\n\n--b--");

        assertThat(content(Multipart.parse(body), SDP)).isEqualTo("v=0\ns=-\n");
    }

    @Test
    void readsABodyWithoutClosingDelimiter() throws Exception {
        Body body = mixed("b", "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n");

        assertThat(content(Multipart.parse(body), SDP)).isEqualTo("v=0\r\n");
    }

    @Test
    void looksIntoNestedMultiparts() throws Exception {
        String inner = "--in\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--in--\r\n";
        String outer = "--out\r\nContent-Type: multipart/alternative;boundary=in\r\n\r\n" + inner + "\r\n--out--\r\n";
        Multipart multipart = Multipart.parse(mixed("out", outer));

        assertThat(content(multipart, SDP)).isEqualTo("v=0");
        assertThat(text(multipart.withPart(SDP, bytes("new")).toBody())).isEqualTo(outer.replace("v=0", "new"));
    }

    @Test
    void refusesWhatIsNotWhatItsTypeSays() {
        List.of(
                        body("application/sdp", "v=0"),
                        body("multipart/mixed", "--b\r\n\r\nx\r\n--b--"),
                        body("multipart/mixed;boundary=\"\"", "--\r\n\r\nx"),
                        mixed("b", "no delimiter"),
                        mixed("b", ""),
                        mixed("b", "--b--\r\n"),
                        mixed("b", "--b\r\nno colon\r\n\r\nx\r\n--b--"),
                        mixed("b", "--b\r\n\r\nx\r\n".repeat(65)))
                .forEach(body -> assertThatThrownBy(() -> Multipart.parse(body))
                        .isInstanceOf(MalformedBodyException.class)
                        .hasMessageNotContaining("no colon"));
    }

    @Test
    void writesTheBodyOfARecordingSession() {
        Body body = Multipart.recordingSession(
                body(SDP, "v=0\r\n"), body("application/rs-metadata+xml", "<recording/>"), () -> "Tok-1");

        assertThat(body.contentType()).isEqualTo("multipart/mixed;boundary=Tok-1");
        assertThat(text(body))
                .isEqualTo(
                        crlf(
                                """
                                --Tok-1
                                Content-Type: application/sdp

                                v=0

                                --Tok-1
                                Content-Type: application/rs-metadata+xml
                                Content-Disposition: recording-session

                                <recording/>
                                --Tok-1--
                                """));
    }

    @Test
    @Requirement("BOD-07")
    void neverUsesABoundaryThatOccursInAPart() {
        Supplier<String> boundaries = List.of("alice", "bob", "unused").iterator()::next;

        Body body = Multipart.recordingSession(body(SDP, "v=0 alice"), body("x/y", "bob"), boundaries);

        assertThat(body.contentType()).endsWith("boundary=unused");
    }

    @Test
    void refusesABoundaryThatNeedsQuotes() {
        assertThatThrownBy(() -> Multipart.recordingSession(body(SDP, ""), body("x/y", ""), () -> "a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesUpWhenNoBoundaryFits() {
        assertThatThrownBy(() -> Multipart.recordingSession(body(SDP, "v"), body("x/y", ""), () -> "v"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String content(Multipart multipart, String mediaType) {
        return text(multipart.part(mediaType).orElseThrow().body());
    }

    private static Body mixed(String boundary, String text) {
        return body("multipart/mixed;boundary=" + boundary, text);
    }

    private static Body body(String contentType, String text) {
        return new Body(contentType, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Body body) {
        return new String(body.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
