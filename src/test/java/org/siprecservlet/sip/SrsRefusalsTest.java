package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.conformance.Requirement;

class SrsRefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "120,120",
        " 0 ,0",
        "'18000;duration=3600',18000",
        "120 (I'm in a meeting),120",
        "soon,0",
        "-5,0",
        "99999999999,0"
    })
    void readsHowLongAServerWantsToBeLeftAlone(String header, long seconds) {
        assertThat(SrsRefusals.retryAfter(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void readsTheMediaTypesThatAServerTakes() {
        List<String> headers = List.of("application/sdp, Application/RS-Metadata;level=1", "text/plain");
        assertThat(SrsRefusals.mediaTypes(headers.iterator()))
                .containsExactly("application/sdp", "application/rs-metadata", "text/plain");
    }

    @Test
    @Requirement("ERR-11")
    void takesNoHeaderForNoWish() {
        assertThat(SrsRefusals.retryAfter(null)).isZero();
    }
}
