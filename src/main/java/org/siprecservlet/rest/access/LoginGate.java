package org.siprecservlet.rest.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.siprecservlet.rest.Problem;
import org.siprecservlet.rest.access.AccessRefused.Header;

/**
 * Lets in who shows a name and a password. Who shows a token has been let in by the container, or is not let in.
 */
final class LoginGate implements Gate {

    private static final String CHALLENGE = "WWW-Authenticate";

    private final Supplier<Logins> logins;
    private final Header[] challenges;

    /**
     * Tells those who are refused what would help.
     *
     * @param logins checks passwords; null when there is no users file
     * @param tokens whether the container takes tokens
     */
    LoginGate(Supplier<Logins> logins, boolean tokens) {
        this.logins = logins;
        List<Header> all = new ArrayList<>();
        if (logins != null) {
            all.add(new Header(CHALLENGE, "Basic realm=\"siprec\", charset=\"UTF-8\""));
        }
        if (tokens) {
            all.add(new Header(CHALLENGE, "Bearer realm=\"siprec\""));
        }
        this.challenges = all.toArray(Header[]::new);
    }

    @Override
    public Caller admit(Visit visit) throws AccessRefused {
        Optional<String> authorization = visit.header("authorization");
        if (authorization.isEmpty()) {
            throw new AccessRefused(Problem.notAuthenticated(), challenges);
        }
        return login(authorization.get()).orElseThrow(() -> new AccessRefused(Problem.badCredentials(), challenges));
    }

    private Optional<Caller> login(String authorization) throws AccessRefused {
        Optional<BasicCredentials> credentials = BasicCredentials.parse(authorization);
        if (logins == null || credentials.isEmpty()) {
            return Optional.empty();
        }
        try {
            return logins.get().login(credentials.get());
        } catch (Logins.Busy busy) {
            throw new AccessRefused(Problem.tooManyLogins(), new Header("Retry-After", "1"));
        }
    }
}
