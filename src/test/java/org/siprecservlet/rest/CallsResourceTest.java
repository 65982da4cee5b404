package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.recording.FakeRecordingService;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;

class CallsResourceTest {

    private static final ServerCatalog NO_SERVERS = new ServerCatalog(
            List.of(),
            List.of(),
            new ServerGroup.Terms(ServerGroup.Terms.NO_CODE, Duration.ofSeconds(4)),
            Clock.systemUTC());

    private final CallsResource resource = new CallsResource(
            new FakeRecordingService(List.of(), Map.of()),
            new Plans(NO_SERVERS, new ControlSettings(false, Duration.ofSeconds(1), Runnable::run)));

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"serverGroup\": \"nobody\"}", "{\"servers\": [\"sip:somewhere.example\"]}"})
    void aCallThatDoesNotLiveIsNotFoundWhateverIsWrongBesides(String body) {
        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> resource.start(
                                "a call",
                                "application/json",
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .problem();

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("call-not-found");
        assertThat(problem.detail()).contains("\"a call\"");
    }
}
