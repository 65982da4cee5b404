package org.siprecservlet.rest.access;

import java.util.Optional;
import org.siprecservlet.rest.Problem;

/** The one decision about each request: who it is, and whether he may. Safe for all threads. */
public final class Access {

    private final Gate gate;
    private final boolean tokens;

    private Access(Gate gate, boolean tokens) {
        this.gate = gate;
        this.tokens = tokens;
    }

    /** Nobody is asked who he is, and only this machine is let in. */
    public static Access fromThisMachineOnly() {
        return new Access(new LocalGate(), false);
    }

    /** Who the container does not know by a token is refused. */
    public static Access withTokens() {
        return new Access(new LoginGate(null, true), true);
    }

    /**
     * Users of a file are let in.
     *
     * @param tokens whether the container takes tokens, too
     */
    public static Access withUsers(UsersFile users, boolean tokens) {
        return new Access(new LoginGate(users::logins, tokens), tokens);
    }

    /** Whether the container takes tokens. */
    boolean takesTokens() {
        return tokens;
    }

    /**
     * Lets a request in.
     *
     * @param known whom the container has authenticated
     * @throws AccessRefused when it is not let in
     */
    Caller admit(Visit visit, Optional<Caller> known) throws AccessRefused {
        CrossSite.check(visit);
        Caller caller = known.isPresent() ? known.get() : gate.admit(visit);
        if (!caller.roles().contains(visit.needs())) {
            throw new AccessRefused(
                    caller.name(), Problem.roleMissing(visit.needs().word()));
        }
        return caller;
    }
}
