package org.siprecservlet.rest.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do. Neither role includes the other. */
public enum Role {
    /** See calls, recordings, servers and events. */
    READ("recording:read"),
    /** Start, pause, resume and stop recordings, and send messages to recorders. */
    CONTROL("recording:control");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The name in the users file and in the groups of a token. */
    public String word() {
        return word;
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
