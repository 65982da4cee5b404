package org.siprecservlet.call;

import java.util.Objects;

/** Names one call through the B2BUA: the SIP Call-ID of the caller's leg, as it came in. */
public record CallId(String value) {

    public CallId {
        Objects.requireNonNull(value, "a call id needs a value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a call id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
