package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.rest.Problem;

class LocalGateTest {

    private final Gate gate = new LocalGate();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void letsThisMachineDoEverything(String address) throws AccessRefused {
        assertThat(gate.admit(Visits.from(address, "POST")).roles()).containsExactlyInAnyOrder(Role.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "10.0.0.1",
                "2001:db8::1",
                "::ffff:192.0.2.1",
                "",
                "localhost",
                "127.0.0.1.example.com"
            })
    void refusesOtherMachines(String address) {
        Problem problem = problem(Visits.from(address, "GET"));

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.code()).isEqualTo("only-from-this-machine");
        assertThat(problem.detail()).endsWith("this one comes from elsewhere.");
    }

    @ParameterizedTest
    @CsvSource({
        "x-forwarded-for, 192.0.2.1",
        "x-forwarded-host, x",
        "x-forwarded-proto, https",
        "forwarded, for=127.0.0.1",
        "via, 1.1 proxy",
        "x-real-ip, 127.0.0.1",
    })
    void refusesWhatAProxyOnThisMachineCarries(String header, String value) {
        assertThat(problem(Visits.get(header, value)).detail()).endsWith("this one came through a proxy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:80", "127.0.0.1:9080", "127.1.2.3", "[::1]", "[::1]:9080"})
    void letsInWhatIsSentToTheLoopbackByName(String host) throws AccessRefused {
        assertThat(gate.admit(Visits.get("host", host))).isEqualTo(Caller.ON_THIS_MACHINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.com",
                "localhost.evil.example.com",
                "192.0.2.1",
                "127.0.0.1.example.com",
                "localhost:1:2",
                "[::1]evil",
                "[::2]",
                ""
            })
    void refusesWhatAPageInABrowserSendsByANameOfItsOwn(String host) {
        assertThat(problem(Visits.get("host", host)).detail()).endsWith("sent to a name that is not localhost.");
    }

    @Test
    void doesNotMindPasswordsThatNobodyAskedFor() throws AccessRefused {
        assertThat(gate.admit(Visits.get("authorization", "Basic eDp5"))).isEqualTo(Caller.ON_THIS_MACHINE);
    }

    private Problem problem(Visit visit) {
        return catchThrowableOfType(AccessRefused.class, () -> gate.admit(visit))
                .problem();
    }
}
