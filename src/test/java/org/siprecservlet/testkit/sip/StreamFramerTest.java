package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StreamFramerTest {

    private static StreamFramer framer(String stream) {
        return new StreamFramer(new ByteArrayInputStream(stream.getBytes(UTF_8)));
    }

    @Test
    void cutsTheStreamAtTheContentLength() throws IOException {
        StreamFramer framer = framer("\r\n\r\nA sip:a SIP/2.0\r\nl: 3\r\n\r\nabcB sip:b SIP/2.0\n\n\r\n");

        assertThat(framer.next()).map(StreamFramerTest::text).contains("A sip:a SIP/2.0\r\nl: 3\r\n\r\nabc");
        assertThat(framer.next()).map(StreamFramerTest::text).contains("B sip:b SIP/2.0\n\n");
        assertThat(framer.next()).isEmpty();
    }

    @Test
    void dropsAMessageThatIsCutShort() throws IOException {
        assertThat(framer("A sip:a SIP/2.0\r\nContent-Length: 9\r\n\r\nabc").next())
                .isEmpty();
        assertThat(framer("A sip:a SIP/2.0\r\nContent-").next()).isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
