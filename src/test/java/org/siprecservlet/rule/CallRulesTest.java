package org.siprecservlet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.recording.RecordingSettings;
import org.siprecservlet.recording.SrsUri;

class CallRulesTest {

    private static final AnsweredCall CALL = new AnsweredCall(
            new IncomingCall(
                    new CallId("call-1"),
                    new Identity("sip:alice@example.com", ""),
                    new Identity("sip:bob@example.com", ""),
                    "sip:bob@example.com",
                    Headers.NONE,
                    "192.0.2.1",
                    Instant.EPOCH),
            "call-1",
            "call-2",
            List.of(),
            Instant.EPOCH);

    private static CallRules rules(SrsUri... servers) {
        return new CallRules(
                new RecordingSettings(List.of(servers), null, Duration.ofSeconds(4), Duration.ofMinutes(10), 1000));
    }

    @Test
    void hasEveryCallRecordedAtTheConfiguredServers() {
        SrsUri server = new SrsUri("sip:srs.example;transport=tcp");

        assertThat(rules(server).decide(CALL)).hasValueSatisfying(plan -> {
            assertThat(plan.instance()).isEqualTo("default");
            assertThat(plan.search().begin(2000).target()).isEqualTo(server);
        });
    }

    @Test
    void hasNoCallRecordedWithoutServers() {
        assertThat(rules().decide(CALL)).isEmpty();
    }
}
