package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As long as nobody has been named, only this machine is answered, and no browser on it that a page has sent. */
@ContainerTest
class RestFromThisMachineIT {

    private static final String GET = "GET " + Rest.RECORDINGS + " HTTP/1.1";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:9080", "[::1]"})
    void aProgramOnThisMachineIsAnswered(String host) {
        assertThat(RawHttp.status(RawHttp.send(GET, "Host: " + host))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 proxy",
            })
    void whatCameThroughAProxyIsRefused(String header) {
        assertThat(RawHttp.send(GET, "Host: localhost", header))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json", "\"code\":\"only-from-this-machine\"");
    }

    @Test
    void aPageThatHasItsOwnNamePointHereIsRefused() {
        assertThat(RawHttp.send(GET, "Host: page.example.com", "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 403")
                .contains("\"code\":\"only-from-this-machine\"");
    }

    /** Private headers by which the plug-in of a web server tells this container about the client. */
    @Test
    void aClientDoesNotChooseItsNameOrAddress() {
        assertThat(RawHttp.send(GET, "Host: page.example.com", "$WSSN: localhost", "$WSRH: localhost"))
                .startsWith("HTTP/1.1 403");
        assertThat(RawHttp.send(GET, "Host: localhost", "$WSRA: 192.0.2.1")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Origin: http://page.example.com", "Origin: null"})
    void whatAPageOfAnotherSiteSendsIsRefused(String header) {
        String post = "POST " + Rest.RECORDINGS + "/none/stop HTTP/1.1";
        assertThat(RawHttp.send(post, "Host: localhost", "Content-Length: 0", header))
                .startsWith("HTTP/1.1 403")
                .contains("\"code\":\"cross-site\"");
    }
}
