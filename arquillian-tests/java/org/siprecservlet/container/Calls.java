package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The calls that the server knows, over HTTP. */
final class Calls {

    static final String PATH = "/siprec/api/v1/calls";

    private Calls() {}

    static JsonNode get(Talk talk) {
        return Rest.json(path(talk));
    }

    static String recordings(Talk talk) {
        return path(talk) + "/recordings";
    }

    /** Has a call recorded; returns the recording. */
    static JsonNode start(Talk talk, String body) {
        HttpResponse<byte[]> answer = Rest.post(recordings(talk), body);
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return Rest.json(answer);
    }

    private static String path(Talk talk) {
        return PATH + "/" + URLEncoder.encode(talk.callId(), StandardCharsets.UTF_8);
    }
}
