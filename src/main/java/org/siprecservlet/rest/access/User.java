package org.siprecservlet.rest.access;

import java.util.Set;

/** One line of the users file. */
record User(String name, PasswordHash password, Set<Role> roles) {

    User {
        roles = Set.copyOf(roles);
    }

    Caller caller() {
        return new Caller(name, roles);
    }
}
