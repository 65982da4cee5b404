package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartyTest {

    private final Party party = new Party();

    private void hear(String header, String... values) {
        party.hear(Spoken.with(Map.of(header, List.of(values))));
    }

    @Test
    void isAwareOnceItHasSaidSo() {
        hear("Supported", "timer, 100rel");
        assertThat(party.isRecordAware()).isFalse();
        hear("Supported", "timer", "100rel, Record-Aware");
        assertThat(party.isRecordAware()).isTrue();
        hear("Supported", "timer");
        assertThat(party.isRecordAware()).isTrue();
    }
}
