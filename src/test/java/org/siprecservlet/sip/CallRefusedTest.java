package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.media.RelayException;

class CallRefusedTest {

    @ParameterizedTest
    @CsvSource({"UNUSABLE_DESCRIPTION, 488", "NO_PORTS, 503", "BROKEN, 503", "UNKNOWN_CALL, 500", "NOTHING_TO_COPY, 500"
    })
    void whatTheRelayCanNotDoHasAStatus(RelayException.Kind kind, int status) {
        CallRefused refused = CallRefused.from(new CompletionException(new RelayException(kind, "why")));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused).hasMessage("why");
    }

    @Test
    void aRefusalStaysWhatItIsOnItsWayThroughStages() {
        CallRefused refused = new CallRefused(400, "why");

        assertThat(CallRefused.from(new CompletionException(refused))).isSameAs(refused);
    }

    @Test
    void whatCanNotBeSentIsUnavailable() {
        assertThat(CallRefused.from(new UncheckedIOException(new IOException("refused")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anythingElseIsAFaultOfThisServer() {
        assertThat(CallRefused.from(new IllegalStateException("oops")).status()).isEqualTo(500);
    }

    @Test
    void aFaultInAnAnswerIsNotTheFaultOfWhoAsked() {
        assertThat(new CallRefused(400, "SDP line 1").ofAnswer().status()).isEqualTo(502);
        assertThat(new CallRefused(503, "no ports").ofAnswer().status()).isEqualTo(503);
    }
}
