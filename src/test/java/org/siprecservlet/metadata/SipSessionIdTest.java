package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class SipSessionIdTest {

    private static final String LOCAL = "ab30317f1a784dc48ff824d0d3715d86";
    private static final String REMOTE = "47755a9de7794ba387653f2099600ef2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOCAL + ";remote=" + REMOTE,
                " " + LOCAL + " ; remote = " + REMOTE + " ",
                LOCAL + "\r\n  ;remote=" + REMOTE + ";logme"
            })
    @Requirement({"MDM-06", "MDM-07"})
    void isReadFromAHeaderAndWrittenWithoutBlanks(String header) {
        assertThat(SipSessionId.parse(header)).get().hasToString(LOCAL + ";remote=" + REMOTE);
    }

    @Test
    void hasZerosForAnEndThatIsNotKnown() {
        assertThat(SipSessionId.parse(LOCAL)).contains(new SipSessionId(LOCAL, SipSessionId.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a84b4c76e66710@192.0.2.10",
                "AB30317F1A784DC48FF824D0D3715D86;remote=" + REMOTE,
                LOCAL + "0",
                LOCAL + ";remote=<script>"
            })
    @Requirement("MDM-06")
    void isNotReadFromSomethingElse(String header) {
        assertThat(SipSessionId.parse(header)).isEmpty();
    }
}
