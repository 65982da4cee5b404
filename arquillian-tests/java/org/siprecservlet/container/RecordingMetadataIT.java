package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    void hasNoFaults() {
        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session), List.of(), Instant.now()))
                .isEmpty();
    }

    @Test
    void saysThatItIsComplete() {
        assertThat(metadata.text("/recording/datamode")).isEqualTo("complete");
    }

    @Test
    void beginsWithADeclarationAndHasNothingThatIsNotNeeded() {
        assertThat(text)
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<recording xmlns=\"urn:ietf:params:xml:ns:recording:1\">");
        assertThat(text).doesNotContain("<!", "<?xml-", "\r\n\r\n");
    }

    @Test
    void namesTheCallerBeforeTheCallee() {
        assertThat(metadata.texts("/recording/participant/nameID/@aor"))
                .containsExactly("sip:alice@example.com", stage.bob.uri());
        assertThat(metadata.texts("/recording/participant/nameID/name")).containsExactly("Alice Smith", "bob");
    }

    @Test
    void hasALabelledStreamForEachLineInTheirOrder() {
        assertThat(metadata.texts("/recording/stream/label")).containsExactly("1", "2");
        assertThat(metadata.texts("/recording/stream/@session_id"))
                .containsOnly(metadata.text("/recording/session/@session_id"));
    }

    @Test
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
    void hasIdsOf24CharactersAndTimesInUtc() {
        assertThat(metadata.texts("//@participant_id | //@session_id | //@stream_id | //@group_id"))
                .allMatch(id -> id.matches("[A-Za-z0-9+/]{22}=="));
        assertThat(metadata.texts("//associate-time | //start-time"))
                .isNotEmpty()
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    @Test
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
