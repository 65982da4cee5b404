package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.SipMessage;

/** Calls are recorded, and recordings controlled, over HTTP alone. */
@ContainerTest
class RestControlIT {

    private static final String AT_THE_RECORDER = "{\"servers\": [\"" + Stage.RECORDER_URI + "\"]}";

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  archive: {servers: ["%1$s;lr"]}
                rules:
                  - {when: {callee: .}, record: false}
                """,
                Stage.RECORDER_URI);
        return Wars.siprecServlet(rules, Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.rest.answer-timeout", "1s"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCallThatRingsIsArmedAndRecordedOnceItIsAnswered() {
        Talk talk = stage.ringing();
        assertThat(Calls.get(talk).get("state").asText()).isEqualTo("ringing");
        JsonNode armed = Calls.start(talk, "");
        assertThat(armed.get("state").asText()).isEqualTo("armed");

        talk.answer();
        Hearing.assertFlows(stage.recordedSession());
        JsonNode call = Rest.await(
                () -> Calls.get(talk),
                it -> it.at("/recordings/0/state").asText().equals("active"));
        assertThat(call.get("state").asText()).isEqualTo("answered");
        assertThat(call.get("calleeCallId").asText())
                .isEqualTo(talk.incoming().request().callId());
        assertThat(call.at("/caller/uri").asText()).isEqualTo(stage.alice.uri());
        assertThat(call.at("/callee/uri").asText()).isEqualTo(stage.bob.uri());
        assertThat(call.get("remoteAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(Rest.withoutCounts(call.get("recordings").get(0)))
                .isEqualTo(Rest.withoutCounts(Control.recording(id(armed))));
        assertThat(Rest.withoutCounts(Rest.json(Calls.PATH).get("calls"))).containsExactly(Rest.withoutCounts(call));
    }

    @Test
    void anAnsweredCallIsRecordedAtOnceAsTheRequestSays() {
        Talk talk = stage.call();
        HttpResponse<byte[]> created = Rest.post(
                Calls.recordings(talk),
                "{\"instance\": \"compliance\", \"serverGroup\": \"archive\", \"headers\": \"X-Tenant: north\","
                        + " \"group\": \"a \\\"group\\\"\", \"sessionExtension\": \"<note>caf\u00e9</note>\"}");
        RecordedSession session = stage.recordedSession();
        Hearing.assertFlows(session);

        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode recording = Rest.json(created);
        assertThat(recording.get("instance").asText()).isEqualTo("compliance");
        assertThat(created.headers().firstValue("Location").orElseThrow())
                .endsWith(":" + Server.httpPort() + path(recording));
        Control.awaitState(id(recording), "active");
        assertThat(session.invite().values("X-Tenant")).containsExactly("north");
        assertThat(new String(session.metadata(), StandardCharsets.UTF_8)).contains("a \"group\"", ">caf\u00e9</");
    }

    @Test
    void nothingReachesTheRecorderWhilePausedAndStoppingLeavesTheCall() {
        Talk talk = stage.call();
        JsonNode recording = Calls.start(talk, AT_THE_RECORDER);
        RecordedSession session = stage.recordedSession();
        Control.awaitState(id(recording), "active");

        for (int i = 0; i < 20; i++) {
            assertState(recording, "pause", "paused");
        }
        Hearing.assertQuiet(session);
        assertState(recording, "resume", "active");
        assertState(recording, "resume", "active");
        Hearing.assertFlows(session);
        assertState(recording, "stop", "stopped");
        assertState(recording, "stop", "stopped");
        session.awaitEnd();
        talk.assertBothAreHeard();

        assertProblem(change(recording, "pause"), 409, "already-over");
        assertThat(id(Calls.start(talk, AT_THE_RECORDER))).isNotEqualTo(id(recording));
        stage.recordedSession();
    }

    @Test
    void whatTakesTooLongIsAnsweredWithTheRecordingAsItIs() {
        Talk talk = stage.call();
        JsonNode recording = Calls.start(talk, "");
        RecordedSession session = stage.recordedSession();
        Control.awaitState(id(recording), "active");
        session.willIgnoreNext("INVITE");

        HttpResponse<byte[]> accepted = change(recording, "pause");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(Rest.json(accepted).get("state").asText()).isEqualTo("pausing");
        Hearing.assertQuiet(session);
        session.willIgnoreNext("INFO");
        assertProblem(Rest.post(path(recording) + "/messages", "{\"method\": \"INFO\"}"), 504, "no-answer-yet");
    }

    @Test
    void aRecorderThatDoesNotWantToHearAgainIsToldOf() {
        Talk talk = stage.call();
        JsonNode recording = Calls.start(talk, "");
        RecordedSession session = stage.recordedSession();
        Control.awaitState(id(recording), "active");
        assertState(recording, "pause", "paused");
        session.willRefuseNext("INVITE", 488);

        JsonNode problem = assertProblem(change(recording, "resume"), 409, "not-possible-now");
        assertThat(problem.get("sipStatus").asInt()).isEqualTo(488);
        assertThat(Control.stateOf(id(recording))).isEqualTo("paused");
    }

    @Test
    void aMessageReachesTheRecorderAndItsAnswerComesBack() {
        Talk talk = stage.call();
        JsonNode recording = Calls.start(talk, "");
        RecordedSession session = stage.recordedSession();
        Control.awaitState(id(recording), "active");
        String messages = path(recording) + "/messages";

        HttpResponse<byte[]> answer = Rest.post(
                messages,
                "{\"method\": \"INFO\", \"headers\": {\"X-Note\": \"a note\"}, \"contentType\": \"text/plain\","
                        + " \"body\": \"caf\u00e9\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":200,\"reasonPhrase\":\"OK\"}");
        SipMessage info = session.requests().get(session.requests().size() - 1);
        assertThat(info.values("X-Note")).containsExactly("a note");
        assertThat(info.values("Content-Type")).containsExactly("text/plain");
        assertThat(info.body()).isEqualTo("caf\u00e9".getBytes(StandardCharsets.UTF_8));

        session.willRefuseNext("MESSAGE", 415);
        assertThat(Rest.json(Rest.post(messages, "{\"method\": \"MESSAGE\"}"))
                        .get("status")
                        .asInt())
                .isEqualTo(415);
        assertField(messages, "{}", "method");
        assertField(messages, "{\"method\": \"BYE\"}", "method");
        assertField(messages, "{\"method\": \"INFO\", \"headers\": {\"X\": \"a\\r\\nb\"}}", "headers");
        assertField(messages, "{\"method\": \"INFO\", \"body\": \"x\"}", "contentType");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%40b.c..d@host",
                "a/b//c@host",
                "..-x",
                "a%2Fb+c@host",
                "\"<q>\"?[x]{y}`z'(~)*!\\\\",
            })
    void aCallIsFoundWhateverIsInItsCallId(String callId) {
        Talk talk = stage.ringing(Edit.set("Call-ID", callId));
        assertThat(Calls.get(talk).path("callId").asText()).isEqualTo(callId);
        JsonNode armed = Calls.start(talk, "");
        assertThat(armed.get("callId").asText()).isEqualTo(callId);
        talk.answer();
        stage.recordedSession();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'colour': 'x'} | colour",
                "{'instance': 1} | instance",
                "{'instance': 'a b'} | instance",
                "{'servers': 'x'} | servers",
                "{'servers': []} | servers",
                "{'servers': [null]} | servers[0]",
                "{'servers': ['srs.example.com']} | servers[0]",
                "{'serverGroup': 'nobody'} | serverGroup",
                "{'serverGroup': 'archive', 'servers': ['sip:a']} | servers",
                "{'headers': 'X: 1\\r\\n\\r\\nmore'} | headers",
                "{'sessionExtension': '<a>'} | sessionExtension",
                "{'media': 'here'} | media",
                "{'toUri': 'tel:1'} | toUri",
            })
    void aRequestThatCanNotBeMetIsRefusedAndNamesTheField(String body, String field) {
        Talk talk = stage.ringing();
        assertField(Calls.recordings(talk), body.replace('\'', '"'), field);
        assertThat(Calls.get(talk).get("recordings")).isEmpty();
        talk.incoming().respond(486);
        talk.call().awaitResponse(486);
    }

    @Test
    void whatIsWrongWithARequestIsTold() {
        Talk talk = stage.call();
        String recordings = Calls.recordings(talk);
        assertProblem(
                Rest.post(recordings, "{\"servers\": [\"sip:somewhere.example.com\"]}"), 403, "server-not-configured");
        assertProblem(Rest.post(recordings, "[]"), 400, "malformed-json");
        assertProblem(Rest.post(recordings, "{\"group\": \"" + "x".repeat(70_000) + "\"}"), 413, "body-too-large");
        assertProblem(
                Rest.send(Rest.request(recordings, "Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
        assertProblem(
                Rest.send(Rest.request(recordings).POST(BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
        Calls.start(talk, "");
        stage.recordedSession();
        assertProblem(Rest.post(recordings, ""), 409, "instance-in-use");
        assertProblem(Rest.send(Rest.request(recordings).DELETE()), 405, "method-not-allowed");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        assertProblem(Rest.get(Calls.PATH + "/nobody@nowhere"), 404, "call-not-found");
        assertProblem(Rest.post(Calls.PATH + "/nobody@nowhere/recordings", ""), 404, "call-not-found");
        for (String what : new String[] {"pause", "resume", "stop"}) {
            assertProblem(Rest.post(Rest.RECORDINGS + "/nobody/" + what, ""), 404, "recording-not-found");
        }
        assertProblem(
                Rest.post(Rest.RECORDINGS + "/nobody/messages", "{\"method\": \"INFO\"}"), 404, "recording-not-found");
        assertProblem(Rest.get(Rest.RECORDINGS + "/nobody/pause"), 405, "method-not-allowed");
    }

    @Test
    void theRecordersOfTheConfigurationAreShown() {
        assertThat(Rest.json("/siprec/api/v1/servers").toString())
                .isEqualTo("{\"standard\":[{\"uri\":\"" + Stage.RECORDER_URI + "\"}],\"groups\":[{\"name\":\"archive\","
                        + "\"strategy\":\"hunt\",\"servers\":[{\"uri\":\"" + Stage.RECORDER_URI + ";lr\"}]}]}");
    }

    private static HttpResponse<byte[]> change(JsonNode recording, String what) {
        return Control.change(id(recording), what);
    }

    private static void assertState(JsonNode recording, String what, String state) {
        HttpResponse<byte[]> answer = change(recording, what);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Rest.json(answer).get("state").asText()).isEqualTo(state);
    }

    private static void assertField(String path, String body, String field) {
        assertThat(assertProblem(Rest.post(path, body), 400, "bad-field")
                        .get("field")
                        .asText())
                .isEqualTo(field);
    }

    private static JsonNode assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        JsonNode problem = Rest.json(answer);
        assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return problem;
    }

    private static String id(JsonNode recording) {
        return recording.get("id").asText();
    }

    private static String path(JsonNode recording) {
        return Rest.RECORDINGS + "/" + id(recording);
    }
}
