package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.NameAddress;
import org.siprecservlet.testkit.sip.SipMessage;

/** The INVITE that opens a recording session: its headers, and the form of its body. */
@ContainerTest
class RecordingInviteIT {

    private static Stage stage;
    private static Talk talk;
    private static SipMessage invite;

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @BeforeAll
    static void oneCall() {
        stage = new Stage();
        talk = stage.call();
        invite = stage.session().invite();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void isSentToTheUriOfTheRecorder() {
        assertThat(invite.requestUri()).startsWith(Stage.RECORDER_URI);
    }

    @Test
    @Requirement({"INI-01", "INI-02"})
    void showsTheRecordingClientByAParameterOfItsContact() {
        assertThat(invite.values("Contact")).singleElement().asString().matches("<sip:[^<>]+>;\\+sip\\.src");
    }

    @Test
    @Requirement({"INI-03", "INI-04"})
    void requiresRecordingSessionsOnceAndDoesNotOfferThem() {
        assertThat(invite.values("Require")).containsExactly("siprec");
        assertThat(invite.values("Supported")).doesNotContain("siprec");
    }

    @Test
    @Requirement("INI-05")
    void isFromTheRecordingClientToTheRecorder() {
        NameAddress from = NameAddress.parse(invite.header("From").orElseThrow());
        NameAddress to = NameAddress.parse(invite.header("To").orElseThrow());
        assertThat(from.uri()).isEqualTo("sip:src@" + Server.HOST);
        assertThat(to.uri()).startsWith(Stage.RECORDER_URI);
        assertThat(from.parameter("tag")).isPresent();
        assertThat(to.parameter("tag")).isEmpty();
    }

    @Test
    @Requirement("INI-06")
    void opensADialogThatIsNoneOfTheCalls() {
        assertThat(invite.callId())
                .isNotEmpty()
                .isNotEqualTo(talk.callId())
                .isNotEqualTo(talk.incoming().request().callId());
        assertThat(invite.cseqMethod()).isEqualTo("INVITE");
    }

    @Test
    @Requirement({"INI-12", "INI-13"})
    void namesWhatTheRecorderMaySend() {
        assertThat(invite.values("Accept"))
                .contains(
                        "application/sdp",
                        "application/rs-metadata+xml",
                        "application/rs-metadata",
                        "application/rs-metadata-request");
        assertThat(invite.values("Allow"))
                .contains("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "INFO", "UPDATE")
                .doesNotHaveDuplicates();
    }

    @Test
    void hasNothingOfTheCallInItsHeaders() {
        assertThat(invite.headers())
                .noneMatch(header ->
                        header.value().contains("alice") || header.value().contains("bob"));
    }

    @Test
    @Requirement("BOD-08")
    void countsTheBytesOfItsBody() {
        assertThat(invite.header("Content-Length")).contains(Integer.toString(invite.body().length));
    }

    @Test
    @Requirement({"BOD-01", "BOD-03", "BOD-04", "BOD-05", "BOD-07", "BOD-10"})
    void hasADescriptionAndMetadataInOneBodyAndNotAByteMore() {
        List<BodyPart> parts = invite.parts();
        String boundary = boundary();
        String expected = "--" + boundary + "\r\nContent-Type: application/sdp\r\n\r\n"
                + parts.get(0).text()
                + "\r\n--" + boundary + "\r\nContent-Type: application/rs-metadata+xml\r\n"
                + "Content-Disposition: recording-session\r\n\r\n"
                + parts.get(1).text()
                + "\r\n--" + boundary + "--\r\n";
        assertThat(parts).hasSize(2);
        assertThat(invite.bodyText()).isEqualTo(expected);
    }

    @Test
    @Requirement("BOD-08")
    void endsEveryLineOfItsBodyAsSipDoes() {
        assertThat(new String(invite.body(), UTF_8))
                .doesNotContainPattern("[^\r]\n")
                .doesNotContainPattern("\r[^\n]");
    }

    @Test
    @Requirement("BOD-07")
    void hasABoundaryThatEveryReaderCanRead() {
        assertThat(boundary().getBytes(US_ASCII).length).isBetween(1, 70);
        for (BodyPart part : invite.parts()) {
            assertThat(part.text()).doesNotContain(boundary());
        }
    }

    private static String boundary() {
        Matcher type = Pattern.compile("multipart/mixed;boundary=([A-Za-z0-9-]+)")
                .matcher(invite.header("Content-Type").orElse(""));
        assertThat(type.matches()).as("%s", invite.header("Content-Type")).isTrue();
        return type.group(1);
    }
}
