package org.siprecservlet.testkit.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamSendersTest {

    @Test
    void tellsWhoSendsTheStreamOfEachLabel() throws IOException {
        assertThat(StreamSenders.byLabel(read("own/01-two-party-complete")))
                .isEqualTo(Map.of(
                        "1", List.of("sip:alice@example.com"), "2", List.of("sip:+15550100@example.net;user=phone")));
    }

    @Test
    void namesAllWhoAreInAMixedStream() throws IOException {
        assertThat(StreamSenders.byLabel(read("own/02-two-party-mixed-complete"))
                        .values())
                .allSatisfy(senders -> assertThat(senders).hasSize(2));
    }

    @Test
    void namesNobodyForAStreamThatNobodySends() throws IOException {
        String document = new String(read("own/01-two-party-complete"), UTF_8).replaceAll("<send>.*</send>", "");

        assertThat(StreamSenders.byLabel(document.getBytes(UTF_8)))
                .containsOnlyKeys("1", "2")
                .allSatisfy((label, senders) -> assertThat(senders).isEmpty());
    }

    @Test
    void knowsNothingFromWhatIsNoMetadata() {
        assertThat(StreamSenders.byLabel("v=0".getBytes(UTF_8))).isEmpty();
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = StreamSendersTest.class.getResourceAsStream("/metadata/" + file + ".xml")) {
            return in.readAllBytes();
        }
    }
}
