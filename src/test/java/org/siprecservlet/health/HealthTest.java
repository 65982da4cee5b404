package org.siprecservlet.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final ServingState state = new ServingState();
    private final ApplicationReady application = new ApplicationReady(state);
    private final MediaRelayReady relay = new MediaRelayReady(state);

    @Test
    void isLiveWithoutAnyCondition() {
        assertThat(new ProcessLive().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyBeforeTheStart() {
        assertThat(application.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(relay.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isReadyOnceCallsAreTaken() {
        state.serving(() -> new Load(2, true, Map.of("portsInUse", 8L)));

        assertThat(application.call().getStatus()).isEqualTo(Status.UP);
        assertThat(relay.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWithoutFreePorts() {
        state.serving(() -> new Load(2, false, Map.of()));

        assertThat(application.call().getStatus()).isEqualTo(Status.UP);
        assertThat(relay.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void tellsWhatIsBeingCarried() {
        state.serving(() -> new Load(2, true, Map.of("portsInUse", 8L)));

        assertThat(relay.call().getData()).contains(Map.of("calls", 2L, "portsInUse", 8L));
    }

    @Test
    void isNotReadyWhileItGoesDown() {
        state.serving(() -> new Load(2, true, Map.of("portsInUse", 8L)));
        state.stopping();

        assertThat(application.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(application.call().getData()).contains(Map.of("phase", "stopping"));
    }
}
