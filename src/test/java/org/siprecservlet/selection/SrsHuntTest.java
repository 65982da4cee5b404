package org.siprecservlet.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.ServerRefusal;
import org.siprecservlet.recording.SrsUri;

class SrsHuntTest {

    private static final int SMALL = 1300;
    private static final int LARGE = 1301;
    private static final SrsUri ONE = new SrsUri("sip:one.example");
    private static final SrsUri TWO = new SrsUri("sip:two.example");

    private static ServerHunt hunt(int bodyBytes, String skip, SrsUri... servers) {
        ServerGroup.Terms terms = new ServerGroup.Terms(Pattern.compile(skip), Duration.ofSeconds(4));
        return new ServerCatalog(List.of(), List.of(), terms, Clock.systemUTC())
                .servers(List.of(servers))
                .begin(bodyBytes);
    }

    private static Optional<SrsUri> target(Optional<ServerHunt> hunt) {
        return hunt.map(ServerHunt::target);
    }

    @Test
    void triesServersInTheirOrderUntilNoneIsLeft() {
        ServerHunt first = hunt(SMALL, "(?!)", ONE, TWO);
        ServerHunt second = first.afterRefusal(ServerRefusal.of(503)).orElseThrow();

        assertThat(first.target()).isEqualTo(ONE);
        assertThat(second.target()).isEqualTo(TWO);
        assertThat(second.afterRefusal(ServerRefusal.of(503))).isEmpty();
        assertThat(second.afterUnreachable()).isEmpty();
    }

    @Test
    void givesUpAtACodeThatEndsTheSearch() {
        ServerHunt hunt = hunt(SMALL, "4[0-9][0-9]", ONE, TWO);

        assertThat(hunt.afterRefusal(ServerRefusal.of(486))).isEmpty();
        assertThat(target(hunt.afterRefusal(ServerRefusal.of(503)))).contains(TWO);
    }

    @Test
    void looksForTheCodeAnywhereInTheDigits() {
        assertThat(hunt(SMALL, "^6|08", ONE, TWO).afterRefusal(ServerRefusal.of(408)))
                .isEmpty();
        assertThat(hunt(SMALL, "^6|08", ONE, TWO).afterRefusal(ServerRefusal.of(603)))
                .isEmpty();
        assertThat(hunt(SMALL, "^6|08", ONE, TWO).afterRefusal(ServerRefusal.of(486)))
                .isPresent();
    }

    @Test
    void doesNotTakeUnreachableForACode() {
        assertThat(target(hunt(SMALL, ".", ONE, TWO).afterUnreachable())).contains(TWO);
    }

    @Test
    void goesOnBehindTheServerThatHasVanishedAndThenBeforeIt() {
        SrsUri three = new SrsUri("sip:three.example");
        ServerHunt second = hunt(SMALL, "(?!)", ONE, TWO, three)
                .afterRefusal(ServerRefusal.of(503))
                .orElseThrow();
        ServerHunt moved = second.afterLoss(ServerRefusal.NO_ANSWER).orElseThrow();
        ServerHunt back = moved.afterRefusal(ServerRefusal.of(503)).orElseThrow();

        assertThat(moved.target()).isEqualTo(three);
        assertThat(back.target()).isEqualTo(ONE);
        assertThat(back.afterRefusal(ServerRefusal.of(503))).isEmpty();
        assertThat(target(back.afterLoss(ServerRefusal.NO_ANSWER))).contains(three);
    }

    @Test
    @Requirement("HAV-05")
    void comesToEachServerOnceWhenAllOfThemVanish() {
        ServerHunt second =
                hunt(SMALL, "(?!)", ONE, TWO).afterLoss(ServerRefusal.of(481)).orElseThrow();

        assertThat(second.target()).isEqualTo(TWO);
        assertThat(second.afterLoss(ServerRefusal.of(481))).isEmpty();
    }

    @Test
    void leavesOutTheServerWhoseRedirectionLedToOneThatHasVanished() {
        SrsUri elsewhere = new SrsUri("sip:elsewhere.example");
        ServerHunt redirected = hunt(SMALL, "(?!)", ONE, TWO)
                .afterRefusal(new ServerRefusal(302, List.of(elsewhere), List.of(), Duration.ZERO))
                .orElseThrow();

        assertThat(redirected.target()).isEqualTo(elsewhere);
        assertThat(target(redirected.afterLoss(ServerRefusal.NO_ANSWER))).contains(TWO);
        assertThat(redirected
                        .afterLoss(ServerRefusal.NO_ANSWER)
                        .flatMap(next -> next.afterRefusal(ServerRefusal.of(503))))
                .isEmpty();
    }

    @Test
    void endsAtALossThatEndsTheSearch() {
        assertThat(hunt(SMALL, "481", ONE, TWO).afterLoss(ServerRefusal.of(481)))
                .isEmpty();
        assertThat(hunt(SMALL, "481", ONE, TWO).afterLoss(ServerRefusal.NO_ANSWER))
                .isPresent();
    }

    @Test
    @Requirement("INI-16")
    void triesALargeRequestOverTcpThenAsConfigured() {
        ServerHunt tcp = hunt(LARGE, "(?!)", ONE, TWO);
        ServerHunt asConfigured = tcp.afterUnreachable().orElseThrow();

        assertThat(tcp.target().value()).isEqualTo("sip:one.example;transport=tcp");
        assertThat(asConfigured.target()).isEqualTo(ONE);
        assertThat(target(asConfigured.afterUnreachable())).contains(new SrsUri("sip:two.example;transport=tcp"));
    }

    @Test
    @Requirement("HAV-05")
    void doesNotTryAServerAgainThatRefusedOverTcp() {
        assertThat(target(hunt(LARGE, "(?!)", ONE, TWO).afterRefusal(ServerRefusal.of(503))))
                .contains(new SrsUri("sip:two.example;transport=tcp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sips:srs.example",
                "SIPS:srs.example",
                "sip:srs.example;transport=udp",
                "sip:srs.example;lr;Transport=TLS",
                "sip:srs@srs.example:5070;transport=tcp?X=1"
            })
    void usesAUriThatSaysItsTransportAsItIs(String uri) {
        ServerHunt hunt = hunt(LARGE, "(?!)", new SrsUri(uri));

        assertThat(hunt.target().value()).isEqualTo(uri);
        assertThat(hunt.afterUnreachable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:a;transport=udp@srs.example|",
                "sip:what?@[::1]:5070;lr|?X=;transport=udp",
                "sip:srs.example|?X=1"
            })
    void putsTheTransportWhereItBelongs(String uri) {
        ServerHunt hunt = hunt(LARGE, "(?!)", new SrsUri(uri.replace("|", "")));

        assertThat(hunt.target().value()).isEqualTo(uri.replace("|", ";transport=tcp"));
    }

    private static ServerRefusal moved(String... contacts) {
        return new ServerRefusal(302, Stream.of(contacts).map(SrsUri::new).toList(), List.of(), Duration.ZERO);
    }

    /** The targets of a search in which every server refuses so. */
    private static List<String> targets(ServerHunt hunt, ServerRefusal refusal) {
        List<String> targets = new ArrayList<>();
        for (Optional<ServerHunt> at = Optional.of(hunt);
                at.isPresent();
                at = at.get().afterRefusal(refusal)) {
            targets.add(at.get().target().value());
        }
        return targets;
    }

    @Test
    void triesWhereARedirectionLeadsBeforeTheNextServer() {
        ServerHunt one = hunt(SMALL, "(?!)", ONE, TWO)
                .afterRefusal(moved("sip:a", "sip:b"))
                .orElseThrow();

        assertThat(targets(one, ServerRefusal.of(503))).containsExactly("sip:a", "sip:b", TWO.value());
    }

    @Test
    void prefersTcpForALargeRequestAlsoWhereARedirectionLeads() {
        assertThat(target(hunt(LARGE, "(?!)", ONE).afterRefusal(moved("sip:a"))))
                .contains(new SrsUri("sip:a;transport=tcp"));
    }

    @Test
    @Requirement("ERR-01")
    void goesNowhereTwiceByRedirections() {
        ServerRefusal circle = moved("sip:a", ONE.value(), "sip:b", "sip:a");

        assertThat(targets(hunt(SMALL, "(?!)", ONE), circle)).containsExactly(ONE.value(), "sip:a", "sip:b");
    }

    @Test
    @Requirement("HAV-05")
    void followsFiveRedirectionsOfEachServerAndNoMore() {
        List<String> targets = new ArrayList<>();
        Optional<ServerHunt> at = Optional.of(hunt(SMALL, "(?!)", ONE, TWO));
        for (int i = 0; at.isPresent(); i++) {
            targets.add(at.get().target().value());
            at = at.get().afterRefusal(moved("sip:r" + i, "sip:s" + i));
        }

        assertThat(targets).hasSize(12).startsWith(ONE.value()).contains(TWO.value());
        assertThat(targets.indexOf(TWO.value())).isEqualTo(6);
    }

    @Test
    void takesARedirectionToNowhereForARefusal() {
        assertThat(target(hunt(SMALL, "(?!)", ONE, TWO).afterRefusal(ServerRefusal.of(300))))
                .contains(TWO);
    }

    @Test
    void followsNoRedirectionWhoseCodeEndsTheSearch() {
        assertThat(hunt(SMALL, "3..", ONE, TWO).afterRefusal(moved("sip:a"))).isEmpty();
    }

    @Test
    void needsAServer() {
        assertThatThrownBy(() -> hunt(SMALL, "(?!)")).isInstanceOf(IllegalArgumentException.class);
    }
}
