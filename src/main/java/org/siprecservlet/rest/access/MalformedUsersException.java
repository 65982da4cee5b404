package org.siprecservlet.rest.access;

import java.util.List;

/** A users file can not be used. */
public final class MalformedUsersException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    MalformedUsersException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, with the numbers of the lines; never what is written there. */
    public List<String> faults() {
        return faults;
    }
}
