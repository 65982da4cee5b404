package org.siprecservlet.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Shows the description of the REST interface (OpenAPI 3). Everybody may see it: it tells nothing of this server. */
@WebServlet(urlPatterns = "/openapi")
public final class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        try (InputStream document = OpenApiServlet.class.getResourceAsStream("openapi.yaml")) {
            document.transferTo(response.getOutputStream());
        }
    }
}
