package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.recording.InDialogRequest;

class MessageJsonTest {

    @Test
    void becomesARequest() {
        InDialogRequest request = new MessageJson("INFO", Map.of("X-Note", "a"), "text/plain", "\u00e9").request();

        assertThat(request.method()).isEqualTo("INFO");
        assertThat(request.headers().all("X-Note")).containsExactly("a");
        assertThat(request.body().contentType()).isEqualTo("text/plain");
        assertThat(request.body().bytes()).isEqualTo("\u00e9".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void needsNothingButAMethod() {
        assertThat(new MessageJson("OPTIONS", null, null, null).request().body())
                .isSameAs(Body.NONE);
        assertThat(field(new MessageJson(null, null, null, null))).isEqualTo("method");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(field(new MessageJson("BYE", null, null, null))).isEqualTo("method");
        assertThat(field(new MessageJson("INFO", Map.of("To", "x"), null, null)))
                .isEqualTo("headers");
        assertThat(field(new MessageJson("INFO", Collections.singletonMap("X", null), null, null)))
                .isEqualTo("headers.X");
        assertThat(field(new MessageJson("INFO", null, null, "x"))).isEqualTo("contentType");
    }

    private static String field(MessageJson message) {
        return catchThrowableOfType(ProblemException.class, message::request)
                .problem()
                .field();
    }
}
