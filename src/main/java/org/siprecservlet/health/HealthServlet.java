package org.siprecservlet.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells of the checks on a server without MicroProfile Health, in the same form. The WAR for such a server maps it to
 * {@code /health}, {@code /health/live} and {@code /health/ready}; on others it is not used.
 */
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Annotation> LIVE = List.of(Liveness.Literal.INSTANCE);
    private static final List<Annotation> READY = List.of(Readiness.Literal.INSTANCE);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String which = request.getPathInfo() == null ? "/" : request.getPathInfo();
        switch (which) {
            case "/live" -> answer(LIVE.stream(), response);
            case "/ready" -> answer(READY.stream(), response);
            case "/" -> answer(Stream.concat(LIVE.stream(), READY.stream()), response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void answer(Stream<Annotation> kinds, HttpServletResponse response) throws IOException {
        HealthReport report =
                HealthReport.of(kinds.flatMap(HealthServlet::checks).toList());
        response.setStatus(
                report.status() == Status.UP ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(report));
    }

    private static Stream<HealthCheckResponse> checks(Annotation kind) {
        return CDI.current().select(HealthCheck.class, kind).stream().map(HealthCheck::call);
    }
}
