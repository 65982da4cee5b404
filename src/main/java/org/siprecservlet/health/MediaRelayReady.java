package org.siprecservlet.health;

import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** The media relay has ports for one more call. */
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
        Status status = state.hasFreeMediaPorts() ? Status.UP : Status.DOWN;
        return new HealthCheckResponse("siprec-media-relay", status, Optional.empty());
    }
}
