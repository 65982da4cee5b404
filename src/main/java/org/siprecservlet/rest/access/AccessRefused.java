package org.siprecservlet.rest.access;

import java.util.List;
import org.siprecservlet.rest.Problem;

/** A request is not let in. */
final class AccessRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** A header of the answer. */
    record Header(String name, String value) {}

    private final String who;
    private final transient Problem problem;
    private final transient List<Header> headers;

    /** Somebody who is not known. */
    AccessRefused(Problem problem, Header... headers) {
        this("-", problem, headers);
    }

    /** Somebody who is known by a name, and may not do this. */
    AccessRefused(String who, Problem problem, Header... headers) {
        super(problem.detail(), null, false, false);
        this.who = who;
        this.problem = problem;
        this.headers = List.of(headers);
    }

    String who() {
        return who;
    }

    Problem problem() {
        return problem;
    }

    List<Header> headers() {
        return headers;
    }
}
