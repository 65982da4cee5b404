package org.siprecservlet.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void namesAreTheSameWhateverTheirCase() {
        Headers headers = Headers.of(Map.of("X-Note", List.of("one", "two")));

        assertThat(headers.all("x-note")).containsExactly("one", "two");
        assertThat(headers.first("X-NOTE")).contains("one");
        assertThat(headers.names()).containsExactly("X-Note");
    }

    @Test
    void aCompactFormIsTheSameAsTheLongOne() {
        Headers headers = Headers.of(Map.of("f", List.of("<sip:alice@example.com>")));

        assertThat(headers.first("From")).contains("<sip:alice@example.com>");
        assertThat(headers.first("F")).contains("<sip:alice@example.com>");
        assertThat(headers.names()).containsExactly("From");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(Headers.NONE.all("From")).isEmpty();
        assertThat(Headers.NONE.first("From")).isEmpty();
    }

    @Test
    void equalOnesHaveTheSameHashCode() {
        Headers upper = Headers.of(Map.of("X-NOTE", List.of("one")));
        Headers lower = Headers.of(Map.of("x-note", List.of("one")));

        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
    }
}
