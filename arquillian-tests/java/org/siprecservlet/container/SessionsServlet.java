package org.siprecservlet.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.annotation.SipListener;

/** Shows how many sessions the container keeps for the application. Runs in the server. */
@WebServlet("/sessions")
@SipListener
public class SessionsServlet extends HttpServlet implements SipApplicationSessionListener {

    private static final long serialVersionUID = 1L;

    /** The container makes one of this class as a servlet, another as a listener. */
    private static final AtomicInteger LIVING = new AtomicInteger();

    @Override
    public void sessionCreated(SipApplicationSessionEvent event) {
        LIVING.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(SipApplicationSessionEvent event) {
        LIVING.decrementAndGet();
    }

    @Override
    public void sessionExpired(SipApplicationSessionEvent event) {
        // destroyed soon
    }

    @Override
    public void sessionReadyToInvalidate(SipApplicationSessionEvent event) {
        // destroyed soon
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(LIVING.toString().getBytes(StandardCharsets.UTF_8));
    }
}
