package org.siprecservlet.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.annotation.SipListener;

/** Shows the sessions that the container keeps for the application, a line each. Runs in the server. */
@WebServlet("/sessions")
@SipListener
public class SessionsServlet extends HttpServlet implements SipApplicationSessionListener {

    private static final long serialVersionUID = 1L;

    /** The container makes one of this class as a servlet, another as a listener. */
    private static final Map<String, SipApplicationSession> LIVING = new ConcurrentHashMap<>();

    @Override
    public void sessionCreated(SipApplicationSessionEvent event) {
        LIVING.put(event.getApplicationSession().getId(), event.getApplicationSession());
    }

    @Override
    public void sessionDestroyed(SipApplicationSessionEvent event) {
        LIVING.remove(event.getApplicationSession().getId());
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
        String lines = LIVING.values().stream().map(SessionsServlet::line).collect(Collectors.joining("\n"));
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(SipApplicationSession session) {
        StringBuilder line = new StringBuilder(session.getId());
        try {
            session.getSessions("SIP").forEachRemaining(each -> {
                SipSession dialog = (SipSession) each;
                line.append(' ').append(dialog.getCallId()).append(' ').append(dialog.getState());
            });
        } catch (IllegalStateException over) {
            line.append(" is over");
        }
        return line.toString();
    }
}
