package org.siprecservlet.health;

import java.util.Map;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** The media relay has ports for one more call; tells how many calls live and how many ports are given out. */
@Readiness
@ApplicationScoped
public class MediaRelayReady implements HealthCheck {

    private final ServingState state;

    @Inject
    public MediaRelayReady(ServingState state) {
        this.state = state;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected MediaRelayReady() {
        this.state = null;
    }

    @Override
    public HealthCheckResponse call() {
        Load load = state.load();
        return new HealthCheckResponse(
                "siprec-media-relay",
                load.roomForOneMore() ? Status.UP : Status.DOWN,
                Optional.of(Map.of("calls", (long) load.calls(), "portsInUse", (long) load.mediaPorts())));
    }
}
