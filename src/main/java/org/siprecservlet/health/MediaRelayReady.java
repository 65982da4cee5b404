package org.siprecservlet.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** The media relay can take one more call; tells how many calls live, and what the relay tells of itself. */
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
        Map<String, Object> data = new TreeMap<>(load.figures());
        data.put("calls", (long) load.calls());
        return new HealthCheckResponse(
                "siprec-media-relay", load.roomForOneMore() ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
