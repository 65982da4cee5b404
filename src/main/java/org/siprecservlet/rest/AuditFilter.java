package org.siprecservlet.rest;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;

/** Has each request that would change something told in the log, together with its outcome. */
@Provider
@PreMatching
public final class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FROM = AuditFilter.class.getName();
    private static final String WHO = FROM + ".who";

    @Context
    private HttpServletRequest servletRequest;

    /** Remembers what may be out of reach when the answer comes from another thread. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            request.setProperty(FROM, servletRequest.getRemoteAddr());
            request.setProperty(WHO, who(request));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object from = request.getProperty(FROM);
        if (from != null) {
            Optional<Audited> entity = Optional.ofNullable(response.getEntity())
                    .filter(Audited.class::isInstance)
                    .map(Audited.class::cast);
            AuditLog.line(
                    AuditLog.field("who", (String) request.getProperty(WHO)),
                    "from=" + from,
                    AuditLog.field("path", request.getUriInfo().getRequestUri().getRawPath()),
                    "outcome=" + response.getStatus()
                            + entity.map(Audited::outcome)
                                    .map(word -> " " + word)
                                    .orElse(""));
        }
    }

    private static String who(ContainerRequestContext request) {
        Principal principal = request.getSecurityContext().getUserPrincipal();
        return principal == null ? "-" : principal.getName();
    }
}
