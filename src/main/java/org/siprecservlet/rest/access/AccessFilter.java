package org.siprecservlet.rest.access;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.annotation.WebFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.siprecservlet.rest.AuditLog;
import org.siprecservlet.rest.ProblemAnswer;

/** Stands before everything under {@code /api}: nothing there answers anybody whom {@link Access} has not let in. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public final class AccessFilter implements Filter {

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private static void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            Access access = access();
            Visit visit = visit(request);
            Optional<Caller> known = access.takesTokens() ? TokenBearer.of(visit, request, response) : Optional.empty();
            Caller caller = access.admit(visit, known);
            chain.doFilter(new KnownRequest(request, caller), response);
        } catch (AccessRefused refused) {
            refuse(request, response, refused);
        }
    }

    /** Not injected: Tomcat injects into no filter when SIP servlets wrap its context. */
    private static Access access() {
        return CDI.current().select(Access.class).get();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessRefused refused)
            throws IOException {
        if (visit(request).needs() == Role.CONTROL) {
            AuditLog.refused(refused.who(), request.getRemoteAddr(), request.getRequestURI(), refused.problem());
        }
        refused.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        ProblemAnswer.write(refused.problem(), response);
    }

    private static Visit visit(HttpServletRequest request) {
        Map<String, String> headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(", ", Collections.list(request.getHeaders(name))),
                        (one, other) -> one));
        headers.putIfAbsent("host", request.getServerName());
        return new Visit(request.getMethod(), request.getRemoteAddr(), headers);
    }

    @Override
    public void destroy() {}
}
