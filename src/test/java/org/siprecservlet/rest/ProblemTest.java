package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import javax.ws.rs.core.Response.Status;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void explainsAnUnknownPath() {
        assertThat(Problem.of(Status.NOT_FOUND))
                .isEqualTo(new Problem(
                        "about:blank", "Not Found", 404, "There is nothing at this path.", "not-found", null, null));
    }

    @Test
    void makesACodeOfEveryStatus() {
        assertThat(Problem.of(Status.METHOD_NOT_ALLOWED).code()).isEqualTo("method-not-allowed");
        assertThat(Problem.of(Status.REQUEST_URI_TOO_LONG).code()).isEqualTo("request-uri-too-long");
    }

    @Test
    void tellsNothingOfAFaultOfOurOwn() {
        assertThat(Problem.unexpected().detail())
                .isEqualTo("Something went wrong in the server. Its log has the details.");
    }
}
