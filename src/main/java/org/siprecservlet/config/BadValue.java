package org.siprecservlet.config;

import java.util.List;

/** The text of a setting is not what it has to be. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    /** One complaint; see {@link Fault}. */
    record Complaint(String wrong, String right) {}

    private final transient List<Complaint> complaints;

    BadValue(String wrong, String right) {
        this(List.of(new Complaint(wrong, right)));
    }

    BadValue(List<Complaint> complaints) {
        super(complaints.toString(), null, false, false);
        this.complaints = List.copyOf(complaints);
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
