package org.siprecservlet.health;

import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;

/** The process answers: that is all, since a restart mends nothing that is outside of it. */
@Liveness
@ApplicationScoped
public class ProcessLive implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return new HealthCheckResponse("siprec-process", Status.UP, Optional.empty());
    }
}
