package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.SipMessage;

/** Requests of the recorder within the session that are not about media are answered, and change nothing. */
@ContainerTest
class RecordingRequestsIT {

    private final Stage stage = new Stage();
    private Talk talk;
    private RecordedSession session;

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @BeforeEach
    void recordACall() {
        talk = stage.call();
        session = stage.recordedSession();
    }

    @AfterEach
    void nothingChanged() {
        try {
            Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
            talk.assertBothAreHeard();
            talk.endByCaller();
            session.awaitEnd();
        } finally {
            stage.close();
        }
    }

    private SipMessage answerTo(String method, Edit... edits) {
        return session.dialog().request(method, edits).awaitFinal();
    }

    @Test
    void optionsTellWhatIsAnswered() {
        SipMessage answer = answerTo("OPTIONS");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.values("Allow")).contains("INVITE", "UPDATE", "BYE");
    }

    @Test
    @Requirement("RTP-15")
    void infoIsAnsweredWell() {
        assertThat(answerTo("INFO").status()).isEqualTo(200);
        assertThat(answerTo("INFO", Edit.body("application/media_control+xml", "<media_control/>"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Requirement({"INI-01", "SNP-03", "SNP-14"})
    void anUpdateWithoutBodyRefreshesTheSession() {
        SipMessage answer = session.update().awaitFinal();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.values("Contact")).singleElement().asString().contains(";+sip.src");
    }

    @Test
    @Requirement({"ERR-20", "SNP-11"})
    void whatIsUnknownIsRefusedWithWhatIsKnown() {
        SipMessage unknown = answerTo("MESSAGE", Edit.body("text/plain", "hello"));
        assertThat(unknown.status()).isEqualTo(405);
        assertThat(unknown.values("Allow")).contains("UPDATE").doesNotContain("MESSAGE");

        SipMessage extension = answerTo("UPDATE", Edit.header("Require", "siprec, foo"));
        assertThat(extension.status()).isEqualTo(420);
        assertThat(extension.values("Unsupported")).containsExactly("foo");

        SipMessage body = answerTo("UPDATE", Edit.body("text/html", "<p>"));
        assertThat(body.status()).isEqualTo(415);
        assertThat(body.values("Accept")).contains("application/sdp");
    }
}
