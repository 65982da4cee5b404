package org.siprecservlet.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final FeedEvent EVENT = new FeedEvent("1", "name", Map::of);

    @Test
    void writesAnEventAsSoonAsItIsThereAndEndsWithTheListener() {
        Listener listener = new Listener(1, List.of(EVENT));
        var out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                if (toString(StandardCharsets.UTF_8).endsWith("{}\n\n")) {
                    listener.close();
                }
            }
        };
        new EventWriter(listener, out).write();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("retry: 3000\n\nid: 1\nevent: name\ndata: {}\n\n");
    }

    @Test
    void endsWhenTheClientHasGone() {
        Listener listener = new Listener(1, List.of());
        new EventWriter(listener, new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("gone");
                    }
                })
                .write();

        assertThat(listener.isClosed()).isTrue();
    }
}
