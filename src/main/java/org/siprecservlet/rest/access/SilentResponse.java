package org.siprecservlet.rest.access;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** A response that says nothing: what the container would answer to a bad token is answered here, as all errors are. */
final class SilentResponse extends HttpServletResponseWrapper {

    SilentResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {}

    @Override
    public void sendError(int status, String message) {}

    @Override
    public void sendRedirect(String location) {}

    @Override
    public void setStatus(int status) {}

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public void flushBuffer() {}
}
