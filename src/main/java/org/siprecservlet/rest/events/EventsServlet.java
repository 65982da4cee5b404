package org.siprecservlet.rest.events;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.annotation.security.DeclareRoles;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.AsyncContext;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.siprecservlet.rest.Problem;
import org.siprecservlet.rest.ProblemAnswer;

/**
 * Server-sent events. A servlet and no JAX-RS resource: a client that is slow must hold up a thread of its own and no other,
 * and JAX-RS does not say which thread writes.
 */
@WebServlet(urlPatterns = "/api/v1/events", asyncSupported = true)
// Open Liberty takes the groups of a token for roles only if an application declares them.
@DeclareRoles({"recording:read", "recording:control"})
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(EventsServlet.class.getName());
    private static final String TYPE = "text/event-stream";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            ProblemAnswer.write(Problem.methodNotAllowed(), response);
        } else if (!accepts(request.getHeader("Accept"))) {
            ProblemAnswer.write(Problem.notAcceptable(), response);
        } else {
            listen(request, response);
        }
    }

    private static boolean accepts(String types) {
        return types == null || types.contains(TYPE) || types.contains("text/*") || types.contains("*/*");
    }

    private static void listen(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventFeed feed = CDI.current().select(EventFeed.class).get();
        Optional<Listener> listener = feed.listen(request.getHeader("Last-Event-ID"));
        if (listener.isEmpty()) {
            response.setHeader("Retry-After", "1");
            ProblemAnswer.write(Problem.tooManyListeners(), response);
            return;
        }
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.flushBuffer();
        AsyncContext exchange = request.startAsync(request, response);
        exchange.setTimeout(0);
        feed.threads().execute(() -> tell(feed, listener.get(), exchange));
    }

    private static void tell(EventFeed feed, Listener listener, AsyncContext exchange) {
        try {
            new EventWriter(listener, exchange.getResponse().getOutputStream()).write();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a client of the events has gone", e);
        } finally {
            feed.leave(listener);
            complete(exchange);
        }
    }

    private static void complete(AsyncContext exchange) {
        try {
            exchange.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "the container has ended the exchange itself", e);
        }
    }
}
