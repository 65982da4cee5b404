package org.siprecservlet.digest;

import java.util.List;

/** A list of users can not be used. Tells no hash. */
public final class MalformedUsersException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public MalformedUsersException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, as the end of a sentence. */
    public List<String> faults() {
        return faults;
    }
}
