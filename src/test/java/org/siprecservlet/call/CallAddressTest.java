package org.siprecservlet.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallAddressTest {

    @Test
    void writesWhatMayNotStandInAUserAsItsOctets() {
        assertThat(CallAddress.user(new CallId("a84b-4c.76@pc33.atlanta.com")))
                .isEqualTo("a84b-4c.76%40pc33.atlanta.com");
        assertThat(CallAddress.user(new CallId("<\"%:ä"))).isEqualTo("%3C%22%25%3A%C3%A4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a@b", "50%", "50%41", "%", "a+b", "{é}", "(/)?"})
    void findsTheCallWhetherOrNotTheStackHasUndoneIt(String id) {
        CallId call = new CallId(id);
        assertThat(CallAddress.calls(CallAddress.user(call))).contains(call);
        assertThat(CallAddress.calls(id)).contains(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%20"})
    void findsNoneThatHasNoName(String user) {
        assertThat(CallAddress.calls(user)).doesNotContainNull().allMatch(call -> !call.value()
                .isBlank());
    }
}
