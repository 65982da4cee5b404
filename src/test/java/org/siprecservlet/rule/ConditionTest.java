package org.siprecservlet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static Pattern pattern(String text) {
        return Pattern.compile(text);
    }

    private static Condition caller(String pattern) {
        return new Condition(pattern(pattern), null, null, Map.of(), List.of());
    }

    private static Condition header(String name, String pattern) {
        return new Condition(null, null, null, Map.of(name, pattern(pattern)), List.of());
    }

    private static Condition source(String... ranges) {
        return new Condition(
                null,
                null,
                null,
                Map.of(),
                List.of(ranges).stream()
                        .map(range -> AddressRange.parse(range).orElseThrow())
                        .toList());
    }

    @Test
    void holdsForEveryCallWhenItSaysNothing() {
        assertThat(Condition.ALWAYS.holdsFor(Calls.call())).isTrue();
    }

    @Test
    void isSearchedForAnywhere() {
        assertThat(caller("alice@").holdsFor(Calls.call())).isTrue();
        assertThat(caller("^alice").holdsFor(Calls.call())).isFalse();
    }

    @Test
    void wantsEverythingItNames() {
        Pattern any = pattern("");
        Pattern none = pattern("nobody");

        assertThat(new Condition(any, any, any, Map.of(), List.of()).holdsFor(Calls.call()))
                .isTrue();
        assertThat(new Condition(none, any, any, Map.of(), List.of()).holdsFor(Calls.call()))
                .isFalse();
        assertThat(new Condition(any, none, any, Map.of(), List.of()).holdsFor(Calls.call()))
                .isFalse();
        assertThat(new Condition(any, any, none, Map.of(), List.of()).holdsFor(Calls.call()))
                .isFalse();
    }

    @Test
    void looksAtEveryValueOfAHeader() {
        var call = Calls.call("sip:a", "", Map.of("X-Record", List.of("no", "yes")));

        assertThat(header("x-record", "^yes$").holdsFor(call)).isTrue();
        assertThat(header("X-Record", "maybe").holdsFor(call)).isFalse();
        assertThat(header("X-Other", "").holdsFor(call)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,true",
        "192.0.2.8,false",
        "192.0.2.0/24,true",
        "192.0.2.0/29,true",
        "192.0.2.0/30,false",
        "192.0.2.99/24,true",
        "0.0.0.0/0,true",
        "::/0,false"
    })
    void knowsWhereACallComesFrom(String range, boolean holds) {
        assertThat(source(range).holdsFor(Calls.call())).isEqualTo(holds);
        assertThat(source("2001:db8::/32", range).holdsFor(Calls.call())).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/33", "::/129", "host.example", "10.0.0.0/", "10.0.0.0/x", "10.0.0/8"})
    void takesNothingElseForARangeOfAddresses(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void findsIpv6Addresses() {
        assertThat(AddressRange.parse("2001:db8::/33").orElseThrow().contains("2001:db8:7fff::1"))
                .isTrue();
        assertThat(AddressRange.parse("2001:db8::/33").orElseThrow().contains("2001:db8:8000::1"))
                .isFalse();
        assertThat(AddressRange.parse("::/0").orElseThrow().contains("")).isFalse();
    }

    @Test
    void takesNoLongerForATextThatWasMadeToTakeLong() {
        var call = Calls.call("sip:" + "a".repeat(50_000) + "!", "", Map.of());

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(caller("^sip:(a+)+$").holdsFor(call)).isFalse());
    }
}
