package org.siprecservlet.recording;

import java.util.Objects;

/** The SIP URI of a recording server, checked when it was configured. */
public record SrsUri(String value) {

    public SrsUri {
        Objects.requireNonNull(value, "an SRS needs a URI");
    }

    @Override
    public String toString() {
        return value;
    }
}
