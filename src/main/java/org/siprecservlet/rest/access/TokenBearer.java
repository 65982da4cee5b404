package org.siprecservlet.rest.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Has the container look at the token of a request: it knows how, and whom to trust (MicroProfile JWT on Open Liberty). */
final class TokenBearer {

    private static final String SCHEME = "Bearer ";

    private TokenBearer() {}

    /** The bearer of a good token; empty when there is no token, or none that the container takes. */
    static Optional<Caller> of(Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean shown = visit.header("authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .isPresent();
        return shown && request.authenticate(new SilentResponse(response)) ? caller(request) : Optional.empty();
    }

    private static Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(principal -> new Caller(
                        principal.getName(),
                        Arrays.stream(Role.values())
                                .filter(role -> request.isUserInRole(role.word()))
                                .collect(Collectors.toSet())));
    }
}
