package org.siprecservlet.health;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.siprecservlet.health.ServingState.Phase;

/** The application has started and is not going down. */
@Readiness
@ApplicationScoped
public class ApplicationReady implements HealthCheck {

    private final ServingState state;

    @Inject
    public ApplicationReady(ServingState state) {
        this.state = state;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    protected ApplicationReady() {
        this.state = null;
    }

    @Override
    public HealthCheckResponse call() {
        Phase phase = state.phase();
        return new HealthCheckResponse(
                "siprec-application",
                phase == Phase.SERVING ? Status.UP : Status.DOWN,
                Optional.of(Map.of("phase", phase.name().toLowerCase(Locale.ROOT))));
    }
}
