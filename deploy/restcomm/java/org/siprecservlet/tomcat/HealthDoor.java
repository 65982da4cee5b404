package org.siprecservlet.tomcat;

import java.io.IOException;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Opens the application's {@code /siprec/health} under {@code /health}, where every server of this application has it. */
public final class HealthDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String APPLICATION = "/siprec";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ServletContext application = getServletContext().getContext(APPLICATION);
        if (application == null || !application.getContextPath().equals(APPLICATION)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
        application.getRequestDispatcher("/health" + rest).forward(request, response);
    }
}
