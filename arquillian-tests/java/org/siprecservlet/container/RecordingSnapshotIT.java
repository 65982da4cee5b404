package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.SipMessage;

/** The recorder has lost what it knew, and asks to be told everything anew (RFC 7866 section 9.2). */
@ContainerTest
class RecordingSnapshotIT {

    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static final String BARE = "<requestsnapshot xmlns=\"urn:ietf:params:xml:ns:recording:1\"/>";

    private final Stage stage = new Stage();
    private RecordedSession session;
    private String id;

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet());
    }

    @BeforeEach
    void recordACall() {
        Talk talk = stage.call();
        id = Control.start(talk, "default");
        session = stage.recordedSession();
        Control.awaitState(id, "active");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** The snapshot that came with the metadata document of that number, and is complete by itself. */
    private Sdp snapshot(int number) {
        byte[] document = session.awaitMetadata(number).get(number - 1);
        Sdp sdp = Sdp.parse(session.requests().stream()
                .filter(request -> request.body("application/rs-metadata+xml").isPresent())
                .toList()
                .get(number - 1)
                .sdp());
        Set<String> labels =
                sdp.media().stream().map(line -> line.label().orElseThrow()).collect(Collectors.toSet());
        assertThat(MetadataChecker.check(document, labels)).isEmpty();
        assertThat(new String(document, StandardCharsets.UTF_8)).contains("<datamode>complete</datamode>");
        return sdp;
    }

    @Test
    @Requirement({"MTD-06", "MTD-10", "SNP-03", "SNP-04", "SNP-05", "UPD-06"})
    void everythingIsToldAnewByAReinvite() {
        SipMessage answer = session.requestSnapshot("lost it").awaitFinal();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).as("the snapshot comes by itself").isEmpty();

        assertThat(snapshot(2)).as("without a new version").isEqualTo(snapshot(1));
        List<byte[]> documents = session.allMetadata();
        assertThat(documents.get(1)).isEqualTo(documents.get(0));
        Hearing.assertFlows(session);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/rs-metadata+xml", "application/rs-metadata", "application/rs-metadata-request"})
    @Requirement({"SNP-01", "SNP-02"})
    void itIsAskedForByTheNamesOfAllTimes(String type) {
        session.update(Edit.header("Content-Disposition", "recording-session"), Edit.body(type, BARE))
                .awaitResponse(200);
        snapshot(2);
    }

    @Test
    @Requirement("SNP-02")
    void itIsAskedForInPlainTextByOldDrafts() {
        session.update(Edit.body("application/rs-metadata-request", "SRS internal error"))
                .awaitResponse(200);
        snapshot(2);
    }

    @Test
    @Requirement("SNP-14")
    void aRefreshIsNoWishForOne() {
        session.update().awaitResponse(200);
        session.update(Edit.body(
                        "application/rs-metadata+xml", "<recording xmlns=\"urn:ietf:params:xml:ns:recording:1\"/>"))
                .awaitResponse(200);

        assertThat(session.dialog().staysQuiet("INVITE", A_WHILE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "MESSAGE", "INVITE"})
    @Requirement("SNP-09")
    void inAnotherRequestItIsNoWishAndDoesNoHarm(String method) {
        Edit wish = Edit.body("application/rs-metadata+xml", BARE);
        Edit disposition = Edit.header("Content-Disposition", "recording-session");
        int status = method.equals("INVITE")
                ? answered(session.dialog().reinvite(disposition, wish))
                : session.dialog()
                        .request(method, disposition, wish)
                        .awaitFinal()
                        .status();

        assertThat(status).isIn(200, 400, 405, 415, 488);
        assertThat(session.dialog().staysQuiet("INVITE", A_WHILE)).isTrue();
        Hearing.assertFlows(session);
    }

    private int answered(ClientCall reinvite) {
        SipMessage answer = reinvite.awaitFinal();
        if (answer.status() == 200) {
            reinvite.ack(session.media().reoffer(lines -> lines));
        }
        return answer.status();
    }

    @Test
    @Requirement("ANS-17")
    void aStreamThatTheRecorderRemovesIsSentByNobodyInTheMetadata() {
        ClientCall removal = session.reoffer(lines -> lines.stream()
                .map(line -> line.label().orElse("").equals("2") ? line.withPort(0) : line)
                .toList());
        removal.awaitResponse(200);
        removal.ack();

        assertThat(snapshot(2).line(2).port()).isZero();
        Metadata told = new Metadata(session.allMetadata().get(1));
        assertThat(told.texts("//*[local-name()='stream']/*[local-name()='label']"))
                .containsExactly("1", "2");
        assertThat(told.texts("//*[local-name()='send' or local-name()='recv']"))
                .hasSize(2)
                .containsOnly(told.text("//*[local-name()='stream'][*[local-name()='label']='1']/@stream_id"));
    }

    @Test
    @Requirement({"ANS-17", "MDM-22"})
    void aStreamThatTheRecorderRemovedIsStillTold() {
        ClientCall removal = session.reoffer(lines -> lines.stream()
                .map(line -> line.label().orElse("").equals("2") ? line.withPort(0) : line)
                .toList());
        removal.awaitResponse(200);
        removal.ack();
        session.awaitMetadata(2);
        session.requestSnapshot("lost it").awaitResponse(200);

        assertThat(snapshot(3).line(2).port()).isZero();
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
    }

    @Test
    @Requirement("SNP-11")
    void whatIsNoXmlIsRefusedAndTheSessionGoesOn() {
        SipMessage answer = session.update(Edit.body("application/rs-metadata+xml", "<requestsnapshot"))
                .awaitFinal();

        assertThat(answer.status()).isEqualTo(400);
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement({"SNP-13", "UPD-08"})
    void nothingIsSentByAPausedRecordingThatTellsIt() {
        assertThat(Control.pause(id)).isEqualTo("PAUSED");
        session.requestSnapshot("lost it").awaitResponse(200);

        assertThat(snapshot(2).direction(1)).isEqualTo("inactive");
        session.line(1).staysQuiet(A_WHILE);
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
    }
}
