package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.recording.RecordingRefused.Reason;
import org.siprecservlet.recording.Refused;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CALL, 404, call-not-found",
        "UNKNOWN_RECORDING, 404, recording-not-found",
        "CALL_IS_OVER, 409, call-is-over",
        "INSTANCE_IN_USE, 409, instance-in-use",
        "ALREADY_OVER, 409, already-over",
        "NOT_POSSIBLE_NOW, 409, not-possible-now",
        "SHUTTING_DOWN, 503, shutting-down"
    })
    void eachHasAStatusAndACode(Reason reason, int status, String code) {
        Problem problem = Refusals.problem(Refused.because(reason, null));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.sipStatus()).isNull();
    }
}
