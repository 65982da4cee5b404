package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.client.ApiClient;
import org.siprecservlet.client.ApiException;
import org.siprecservlet.client.api.CallsApi;
import org.siprecservlet.client.api.RecordingsApi;
import org.siprecservlet.client.api.ServersApi;
import org.siprecservlet.client.model.Call;
import org.siprecservlet.client.model.CallState;
import org.siprecservlet.client.model.EndReason;
import org.siprecservlet.client.model.Message;
import org.siprecservlet.client.model.MessageMethod;
import org.siprecservlet.client.model.Problem;
import org.siprecservlet.client.model.Recording;
import org.siprecservlet.client.model.RecordingState;
import org.siprecservlet.client.model.Start;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** A client that OpenAPI Generator has made of openapi.yaml has a call recorded. */
@ContainerTest
class GeneratedClientPeersIT {

    private static final String GROUP = "archive";

    private final Stage stage = new Stage();
    private final ApiClient client =
            new ApiClient().setScheme("http").setHost(Server.HOST).setPort(Server.httpPort());
    private final CallsApi calls = new CallsApi(client);
    private final RecordingsApi recordings = new RecordingsApi(client);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet("groups: {" + GROUP + ": {servers: ['" + Stage.RECORDER_URI + "']}}", Map.of());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCallIsFoundAndItsRecordingIsStartedPausedResumedAndStopped() throws ApiException {
        Talk talk = stage.call();
        Call call = calls.listCalls(1, null).getCalls().get(0);
        assertThat(call.getCallId()).isEqualTo(talk.callId());
        assertThat(call.getState()).isEqualTo(CallState.ANSWERED);

        String id = calls.startRecording(
                        call.getCallId(), new Start().serverGroup(GROUP).instance("compliance"))
                .getId();
        stage.recordedSession();
        awaitActive(id);
        assertThat(recordings.pauseRecording(id).getState()).isEqualTo(RecordingState.PAUSED);
        assertThat(recordings.resumeRecording(id).getState()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recordings.stopRecording(id).getState()).isEqualTo(RecordingState.STOPPED);

        Recording over = recordings.getRecording(id);
        assertThat(over.getInstance()).isEqualTo("compliance");
        assertThat(over.getReason()).isEqualTo(EndReason.STOP_REQUESTED);
        assertThat(over.getParticipants()).hasSize(2);
        assertThat(over.getStreams()).hasSize(2).allMatch(stream -> stream.getAccepted());
        assertThat(over.getStartedAt()).isBefore(over.getEndedAt());
        assertThat(recordings
                        .listRecordings(RecordingState.STOPPED, talk.callId(), Stage.RECORDER_URI, null, null)
                        .getRecordings())
                .containsExactly(over);
        assertThat(calls.getCall(talk.callId()).getRecordings()).containsExactly(over);
    }

    @Test
    void aMessageReachesTheRecorderAndTheMetadataAreShown() throws ApiException {
        Talk talk = stage.call();
        String id = calls.startRecording(talk.callId(), new Start().serverGroup(GROUP))
                .getId();
        RecordedSession session = stage.recordedSession();
        awaitActive(id);

        Message note = new Message()
                .method(MessageMethod.INFO)
                .contentType("text/plain")
                .body("a note");
        assertThat(recordings
                        .sendMessage(id, note.putHeadersItem("X-Note", "1"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(recordings.getMetadata(id)).hasBinaryContent(session.metadata());
        talk.endByCaller();
    }

    private void awaitActive(String id) {
        Rest.await(() -> state(id), RecordingState.ACTIVE::equals);
    }

    private RecordingState state(String id) {
        try {
            return recordings.getRecording(id).getState();
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theServersOfTheConfigurationAreShown() throws ApiException {
        assertThat(new ServersApi(client).listServers().getGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.getName()).isEqualTo(GROUP))
                .satisfies(
                        group -> assertThat(group.getServers().get(0).getUri()).isEqualTo(Stage.RECORDER_URI));
    }

    @Test
    void whatIsNotThereIsAProblemWithACode() throws JsonProcessingException {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> recordings.getRecording("nobody"));
        Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(refused.getCode()).isEqualTo(404);
        assertThat(problem.getCode()).isEqualTo("recording-not-found");
    }

    @Test
    void theDocumentIsShownToEverybody() {
        var shown = Rest.get("/siprec/openapi", "X-Forwarded-For", "192.0.2.1");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(new String(shown.body(), StandardCharsets.UTF_8)).startsWith("openapi: 3.");
    }
}
