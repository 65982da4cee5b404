package org.siprecservlet.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.ServerRefusal;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SrsUri;

class ServerCatalogTest {

    private static final SrsUri ONE = new SrsUri("sip:one.example");
    private static final SrsUri TWO = new SrsUri("sip:two.example");
    private static final SrsUri THREE = new SrsUri("sip:three.example");
    private static final ServerGroup.Terms TERMS =
            new ServerGroup.Terms(ServerGroup.Terms.NO_CODE, Duration.ofSeconds(4));
    private static final ServerGroup.Terms OWN_TERMS =
            new ServerGroup.Terms(Pattern.compile("486"), Duration.ofSeconds(1));

    private final Time time = new Time();
    private final ServerCatalog catalog = new ServerCatalog(
            List.of(
                    new ServerGroup("hunt", List.of(ONE, TWO), Strategy.HUNT, OWN_TERMS),
                    new ServerGroup("turns", List.of(ONE, TWO, THREE), Strategy.ROUND_ROBIN, TERMS)),
            List.of(THREE),
            TERMS,
            time);

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static SrsUri first(ServerSearch search) {
        return search.begin(0).target();
    }

    private ServerSearch group(String name) {
        return catalog.group(name).orElseThrow();
    }

    private static void wantsToBeLeftAlone(ServerHunt hunt, Duration length) {
        hunt.afterRefusal(new ServerRefusal(503, List.of(), List.of(), length));
    }

    @Test
    void huntsInTheSameOrderEachTime() {
        assertThat(IntStream.range(0, 3).mapToObj(i -> first(group("hunt")))).containsOnly(ONE);
    }

    @Test
    void takesTurnsAndGoesOnFromThere() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> first(group("turns")))).containsExactly(ONE, TWO, THREE, ONE);
        assertThat(group("turns").begin(0).afterUnreachable().orElseThrow().target())
                .isEqualTo(THREE);
    }

    @Test
    void triesAGroupByItsOwnTerms() {
        assertThat(group("hunt").begin(0).afterRefusal(ServerRefusal.of(486))).isEmpty();
        assertThat(group("hunt").begin(0).answerTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(catalog.servers(List.of(ONE, TWO)).begin(0).afterRefusal(ServerRefusal.of(486)))
                .isPresent();
    }

    @Test
    void knowsTheServersOfTheConfigurationAndNoOthers() {
        assertThat(List.of(ONE, TWO, THREE)).allMatch(catalog::names);
        assertThat(catalog.names(new SrsUri("sip:one.example:5060"))).isFalse();
        assertThat(catalog.group("other")).isEmpty();
        assertThat(first(catalog.standard().orElseThrow())).isEqualTo(THREE);
        assertThat(new ServerCatalog(List.of(), List.of(), TERMS, time).standard())
                .isEmpty();
    }

    @Test
    @Requirement("ERR-10")
    void leavesOutAServerForAsLongAsItWants() {
        wantsToBeLeftAlone(group("hunt").begin(0), Duration.ofSeconds(60));

        assertThat(first(group("hunt"))).isEqualTo(TWO);
        assertThat(group("hunt").begin(0).afterUnreachable()).isEmpty();
        assertThat(catalog.restsUntil(ONE)).contains(time.now.plusSeconds(60));

        time.now = time.now.plusSeconds(60);
        assertThat(first(group("hunt"))).isEqualTo(ONE);
        assertThat(catalog.restsUntil(ONE)).isEmpty();
    }

    @Test
    void leavesOutNoServerForLongerThanTenMinutes() {
        wantsToBeLeftAlone(group("hunt").begin(0), Duration.ofDays(100));
        time.now = time.now.plusSeconds(600);

        assertThat(first(group("hunt"))).isEqualTo(ONE);
    }

    @Test
    void triesThemAllTheSameWhenAllWantToBeLeftAlone() {
        wantsToBeLeftAlone(group("hunt").begin(0), Duration.ofSeconds(60));
        wantsToBeLeftAlone(group("hunt").begin(0), Duration.ofSeconds(30));

        ServerHunt hunt = group("hunt").begin(0);
        assertThat(hunt.target()).isEqualTo(TWO);
        assertThat(hunt.afterUnreachable().orElseThrow().target()).isEqualTo(ONE);
    }
}
