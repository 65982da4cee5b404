package org.siprecservlet.rest;

import java.util.Set;
import javax.ws.rs.ApplicationPath;
import javax.ws.rs.core.Application;

/** All there is under {@code /api}. Named one by one, so that the container's own JSON binding does not step in. */
@ApplicationPath("api")
public final class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RecordingsResource.class,
                CallsResource.class,
                ServersResource.class,
                AuditFilter.class,
                JsonProvider.class,
                ProblemExceptionMapper.class,
                HttpExceptionMapper.class,
                UnexpectedExceptionMapper.class);
    }
}
