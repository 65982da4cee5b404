package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
    @Requirement("ERR-11")
    void takesNoHeaderForNoWish() {
        assertThat(SrsRefusals.retryAfter(null)).isZero();
    }
}
