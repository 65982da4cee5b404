package org.siprecservlet.rest.access;

import java.security.Principal;
import java.util.Set;

/**
 * Somebody who has been let in.
 *
 * @param name as the log tells it
 */
public record Caller(String name, Set<Role> roles) implements Principal {

    /** Somebody on this machine, when nobody is asked who he is. */
    static final Caller ON_THIS_MACHINE = new Caller("(this machine)", Set.of(Role.values()));

    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }
}
