package org.siprecservlet.rest;

import java.lang.System.Logger.Level;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Answers a fault of this software: the log gets everything, the client nothing it could learn from. */
@Provider
public final class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    @Override
    public Response toResponse(Throwable exception) {
        LOG.log(Level.ERROR, "a REST request failed", exception);
        return Problem.unexpected().toResponse();
    }
}
