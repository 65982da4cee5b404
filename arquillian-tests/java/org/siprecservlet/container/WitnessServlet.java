package org.siprecservlet.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Shows what the {@link RecordingWitness} has heard, a line each. Runs in the server. */
@WebServlet("/witness")
public class WitnessServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        // Injection into servlets does not work on every container; asking CDI does.
        RecordingWitness witness = CDI.current().select(RecordingWitness.class).get();
        response.getOutputStream().write(String.join("\n", witness.heard()).getBytes(StandardCharsets.UTF_8));
    }
}
