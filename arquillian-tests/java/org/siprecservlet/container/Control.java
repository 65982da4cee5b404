package org.siprecservlet.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Asks the {@link ControlServlet}. An answer is {@code ACTIVE} or the like, or the reason of the refusal. */
final class Control {

    private Control() {}

    static WebArchive in(WebArchive war) {
        return war.addClass(ControlServlet.class);
    }

    /** Starts a recording at the recorder of the stage; returns its id. */
    static String start(Talk talk, String instance) {
        String answer = tryToStart(talk.callId(), instance);
        return answer.substring(0, answer.indexOf(' '));
    }

    static String tryToStart(String callId, String instance) {
        return ask("start", "call", callId, "instance", instance, "server", Stage.RECORDER_URI);
    }

    static String pause(String id) {
        return state(id, ask("pause", "id", id));
    }

    static String resume(String id) {
        return state(id, ask("resume", "id", id));
    }

    static String stop(String id) {
        return state(id, ask("stop", "id", id));
    }

    /** Asks for a pause that takes a while. */
    static CompletableFuture<String> pauseSoon(String id) {
        return CompletableFuture.supplyAsync(() -> pause(id));
    }

    static CompletableFuture<String> resumeSoon(String id) {
        return CompletableFuture.supplyAsync(() -> resume(id));
    }

    static CompletableFuture<String> sendSoon(String id, String method, String note, String text) {
        return CompletableFuture.supplyAsync(() -> ask("send", "id", id, "method", method, "note", note, "text", text));
    }

    /** Has the service end all recordings, as it does before the application is taken away. */
    static void shutDown() {
        ask("shut-down");
    }

    static String calls() {
        return ask("calls");
    }

    /** Pauses, resumes or stops over REST. */
    static HttpResponse<byte[]> change(String id, String what) {
        return Rest.post(Rest.RECORDINGS + "/" + id + "/" + what, "");
    }

    /** The recording as REST shows it. */
    static JsonNode recording(String id) {
        return Rest.json(Rest.RECORDINGS + "/" + id);
    }

    static String stateOf(String id) {
        return recording(id).get("state").asText();
    }

    static JsonNode awaitState(String id, String state) {
        return Rest.await(() -> recording(id), it -> it.path("state").asText().equals(state));
    }

    private static String state(String id, String answer) {
        return answer.startsWith(id) ? answer.substring(id.length() + 1) : answer;
    }

    private static String ask(String what, String... parameters) {
        StringBuilder path = new StringBuilder("/siprec/control?do=").append(what);
        for (int i = 0; i < parameters.length; i += 2) {
            path.append('&').append(parameters[i]).append('=');
            path.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return new String(Rest.get(path.toString()).body(), StandardCharsets.UTF_8);
    }
}
