package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;

/** The metadata of a recorded call: valid, complete, and in the form that recorders can read. */
@ContainerTest
class RecordingMetadataIT {

    private static final String CALLERS_ID = "ab30317f1a784dc48ff824d0d3715d86";
    private static final String CALLEES_ID = "47755a9de7794ba387653f2099600ef2";

    private static Stage stage;
    private static Talk talk;
    private static RecordedSession session;
    private static Metadata metadata;
    private static String text;

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @BeforeAll
    static void oneCall() {
        stage = new Stage();
        talk = stage.ringing(
                Edit.set("From", "\"Alice Smith\" <sip:alice@example.com>;tag=a1"),
                Edit.header("Session-ID", CALLERS_ID + ";remote=" + "0".repeat(32)));
        talk.answer(Edit.header("Session-ID", CALLEES_ID + ";remote=" + CALLERS_ID));
        session = stage.session();
        metadata = Metadata.of(session);
        text = new String(session.metadata(), UTF_8);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    @Requirement({
        "EVT-01", "MDM-03", "MDM-05", "MDM-10", "MDM-11", "MDM-21", "MDM-24", "MDM-27", "MDX-02", "MDX-04", "MDX-05",
        "MDX-12", "MDX-16", "MTD-01", "OFR-04"
    })
    void hasNoFaults() {
        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session), List.of(), Instant.now()))
                .isEmpty();
    }

    @Test
    @Requirement({"MDX-02", "MDX-03", "MTD-02", "MTD-07"})
    void saysThatItIsComplete() {
        assertThat(metadata.text("/recording/datamode")).isEqualTo("complete");
    }

    @Test
    @Requirement({"BOD-09", "MDX-01"})
    void beginsWithADeclarationAndHasNothingThatIsNotNeeded() {
        assertThat(text)
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<recording xmlns=\"urn:ietf:params:xml:ns:recording:1\">");
        assertThat(text).doesNotContain("<!", "<?xml-", "\r\n\r\n");
    }

    @Test
    @Requirement("MDM-13")
    void namesTheCallerBeforeTheCallee() {
        assertThat(metadata.texts("/recording/participant/nameID/@aor"))
                .containsExactly("sip:alice@example.com", stage.bob.uri());
        assertThat(metadata.texts("/recording/participant/nameID/name")).containsExactly("Alice Smith", "bob");
    }

    @Test
    @Requirement({"MDM-19", "MDM-21"})
    void hasALabelledStreamForEachLineInTheirOrder() {
        assertThat(metadata.texts("/recording/stream/label")).containsExactly("1", "2");
        assertThat(metadata.texts("/recording/stream/@session_id"))
                .containsOnly(metadata.text("/recording/session/@session_id"));
    }

    @Test
    @Requirement({"EVT-01", "MDM-17", "MDM-23", "MDM-24"})
    void saysWhoSendsAndReceivesWhichStream() {
        List<String> participants = metadata.texts("/recording/participant/@participant_id");
        List<String> streams = metadata.texts("/recording/stream/@stream_id");
        String association = "/recording/participantstreamassoc";
        assertThat(metadata.texts(association + "/@participant_id")).isEqualTo(participants);
        assertThat(metadata.texts(association + "/send")).isEqualTo(streams);
        assertThat(metadata.texts(association + "/recv")).containsExactly(streams.get(1), streams.get(0));
        assertThat(metadata.texts(association + "/*[1][local-name()='send']")).hasSize(2);
        assertThat(metadata.texts("/recording/participantsessionassoc/@participant_id"))
                .isEqualTo(participants);
    }

    @Test
    @Requirement({"MDX-05", "MDX-06", "MDX-07", "MDX-11", "MDX-12", "MDX-13", "SEC-16"})
    void hasIdsOf24CharactersAndTimesInUtc() {
        assertThat(metadata.texts("//@participant_id | //@session_id | //@stream_id | //@group_id"))
                .allMatch(id -> id.matches("[A-Za-z0-9+/]{22}=="))
                .allMatch(id -> isRandomUuid(Base64.getDecoder().decode(id)));
        assertThat(metadata.texts("//associate-time | //start-time"))
                .isNotEmpty()
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(metadata.texts("/recording/participantstreamassoc/associate-time"))
                .hasSize(2);
    }

    private static boolean isRandomUuid(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        UUID uuid = new UUID(buffer.getLong(), buffer.getLong());
        return uuid.version() == 4 && uuid.variant() == 2;
    }

    @Test
    @Requirement({"MDM-04", "MDM-06"})
    void bringsTheCallIdAndTheSessionIdOfTheCall() {
        assertThat(metadata.text("/recording/session/*[local-name()='callId']")).isEqualTo(talk.callId());
        assertThat(metadata.text("/recording/session/sipSessionID")).isEqualTo(CALLERS_ID + ";remote=" + CALLEES_ID);
    }

    @Test
    void isWhatTheApiShows() {
        var recording = Rest.awaitActive(talk.callId());
        assertThat(recording.get("sessionId").asText()).isEqualTo(metadata.text("/recording/session/@session_id"));
        assertThat(Rest.get(Rest.RECORDINGS + "/" + recording.get("id").asText() + "/metadata")
                        .body())
                .isEqualTo(session.metadata());
    }
}
