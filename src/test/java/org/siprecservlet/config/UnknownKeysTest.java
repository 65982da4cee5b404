package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "siprec.nexthop, siprec.next-hop",
        "siprec.srs.answer.timeout, siprec.srs.answer-timeout",
        "siprec.media.port, siprec.media.ports",
        "siprec.SRS, siprec.srs",
        "SIPREC_NEXTHOP, SIPREC_NEXT_HOP",
        "SIPREC_MEDIA_PORT, SIPREC_MEDIA_PORTS",
        "Siprec_Srs, SIPREC_SRS",
    })
    void namesTheNearestKnownKeyInTheSameSpelling(String wrong, String nearest) {
        assertThat(UnknownKeys.in(MapSettings.of(wrong, "x")))
                .containsExactly(new Fault(wrong, "x", "there is no such key", "the nearest known one is " + nearest));
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void knowsEveryKeyInEverySpellingOfMicroProfileConfig(Key key) {
        String mapped = key.key().replace('.', '_').replace('-', '_');

        assertThat(UnknownKeys.in(MapSettings.of(key.key(), "", mapped, "", key.variable(), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip.next-hop", "siprecorder.x", "SIPRECORDER_X", "PATH", "siprec"})
    void leavesTheSettingsOfOthersAlone(String name) {
        assertThat(UnknownKeys.in(MapSettings.of(name, "x"))).isEmpty();
    }

    @Test
    void givesEveryKeyItsOwnVariable() {
        assertThat(Arrays.stream(Key.values()).map(Key::variable)).doesNotHaveDuplicates();
    }

    @Test
    void countsChangesBetweenTexts() {
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("same", "same")).isZero();
    }
}
