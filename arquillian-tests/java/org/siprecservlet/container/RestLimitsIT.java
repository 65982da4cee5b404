package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends: bodies without end and without length, and types that are not JSON. */
@ContainerTest
class RestLimitsIT {

    private static final String START = "POST /siprec/api/v1/calls/nobody/recordings HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";
    private static final String HOST = "Host: localhost";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.srs", "sip:recorder.invalid"));
    }

    @Test
    void aBodyThatSaysNoLengthIsReadNoFurtherThanTheLimit() {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        assertThat(RawHttp.sendWithBody(chunk.repeat(5) + "0\r\n\r\n", START, HOST, JSON, "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"body-too-large\"");
    }

    @Test
    void aSmallBodyThatSaysNoLengthIsRead() {
        assertThat(RawHttp.sendWithBody("2\r\n{}\r\n0\r\n\r\n", START, HOST, JSON, "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"call-not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void whatAFormCouldSendIsNotRead(String type) {
        assertThat(RawHttp.sendWithBody("{}", START, HOST, "Content-Type: " + type, "Content-Length: 2"))
                .startsWith("HTTP/1.1 415")
                .contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/siprec/api/v1/nothing", "/siprec/api/v2", "/siprec/api/"})
    void aPathWithNothingIsAProblem(String path) {
        assertThat(RawHttp.send("GET " + path + " HTTP/1.1", HOST))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json", "\"code\":\"not-found\"");
    }

    @Test
    void aTypeThatNobodyHasIsAProblem() {
        assertThat(RawHttp.send("GET " + Rest.RECORDINGS + " HTTP/1.1", HOST, "Accept: text/html"))
                .startsWith("HTTP/1.1 406")
                .contains("\"code\":\"not-acceptable\"");
    }
}
