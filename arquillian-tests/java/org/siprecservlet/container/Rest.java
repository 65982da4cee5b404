package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The server under test over HTTP. */
final class Rest {

    static final String RECORDINGS = "/siprec/api/v1/recordings";
    static final String EVENTS = "/siprec/api/v1/events";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long BREATH_MILLIS = 50;

    private Rest() {}

    /** A request; headers are names and values in turn. */
    static HttpResponse<byte[]> get(String path, String... headers) {
        return send(request(path, headers));
    }

    /** A request with a JSON body, or with none when it is empty. */
    static HttpResponse<byte[]> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(json));
        return send(json.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + Server.HOST + ":" + Server.httpPort() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + response, e);
        }
    }

    static JsonNode json(String path) {
        return json(get(path));
    }

    /** The same but for what grows with each packet. */
    static JsonNode withoutCounts(JsonNode json) {
        JsonNode still = json.deepCopy();
        still.findParents("rtp").forEach(stream -> ((ObjectNode) stream).remove("rtp"));
        return still;
    }

    /** The recordings of a call, the newest first. */
    static JsonNode recordings(String callId) {
        return json(RECORDINGS + "?callId=" + URLEncoder.encode(callId, StandardCharsets.UTF_8))
                .get("recordings");
    }

    /** Waits until the call has exactly one recording and it is over; returns it. */
    static JsonNode awaitEnd(String callId) {
        return await(callId, recording -> recording.has("endedAt"));
    }

    /** Waits until the call has exactly one recording and it is active; returns it. */
    static JsonNode awaitActive(String callId) {
        return await(callId, recording -> recording.get("state").asText().equals("active"));
    }

    private static JsonNode await(String callId, Predicate<JsonNode> wanted) {
        return await(() -> recordings(callId), found -> found.size() == 1 && wanted.test(found.get(0)))
                .get(0);
    }

    /** A recording whose relay counts what the parties send shows it for the stream of each. */
    static void assertShowsWhatCameIn(String recordingId) {
        JsonNode streams = json(RECORDINGS + "/" + recordingId).get("streams");
        assertThat(streams).hasSize(2).allSatisfy(stream -> {
            assertThat(stream.get("rtp").get("measure").asText()).isEqualTo("received");
            assertThat(stream.get("rtp").get("packets").asLong()).isPositive();
        });
    }

    /** Waits until no recording is alive, no call is carried and no media port is in use. */
    static void awaitNothingLeft() {
        for (String state :
                List.of("armed", "starting", "active", "pausing", "paused", "resuming", "moving", "stopping")) {
            await(() -> json(RECORDINGS + "?state=" + state).get("recordings"), JsonNode::isEmpty);
        }
        await(
                Rest::load,
                load -> load.get("calls").asInt() == 0
                        && load.path("portsInUse").asInt() == 0);
    }

    /** Whether the media relay can take one more call. */
    static boolean isMediaReady() {
        return mediaRelay().get("status").asText().equals("UP");
    }

    private static JsonNode load() {
        return mediaRelay().get("data");
    }

    private static JsonNode mediaRelay() {
        for (JsonNode check : json("/health/ready").get("checks")) {
            if (check.get("name").asText().equals("siprec-media-relay")) {
                return check;
            }
        }
        throw new AssertionError("the media relay does not tell of itself");
    }

    /** Asks until the answer is the wanted one: nobody tells when that is. */
    static <T> T await(Supplier<T> question, Predicate<T> wanted) {
        return await(PATIENCE, question, wanted);
    }

    static <T> T await(Duration patience, Supplier<T> question, Predicate<T> wanted) {
        CountDownLatch never = new CountDownLatch(1);
        long tries = patience.toMillis() / BREATH_MILLIS;
        T answer = question.get();
        for (long i = 0; i < tries && !wanted.test(answer); i++) {
            try {
                never.await(BREATH_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            answer = question.get();
        }
        if (!wanted.test(answer)) {
            throw new AssertionError("waited in vain; the last answer was " + answer);
        }
        return answer;
    }
}
