package org.siprecservlet.rest;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;

/** Answers with a problem where JAX-RS is not asked. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Sets status, type and body; headers that were set before stay. */
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = JsonProvider.mapper().writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
