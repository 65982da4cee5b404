package org.siprecservlet.conformance;

import java.util.List;

/** Where the product stands with a requirement: {@code pass}, {@code open: ...} or {@code n/a: ...}, and its tests. */
record Standing(Row row, String status, List<String> tests) {

    static final String PASS = "pass";

    boolean passes() {
        return status.equals(PASS);
    }

    /** The first word of the status. */
    String kind() {
        return status.split(":")[0];
    }
}
