package org.siprecservlet.media;

import java.util.Objects;

/** Names one call at a media relay: unique among all calls of this process, for all time. */
public record RelayCall(String value) {

    public RelayCall {
        Objects.requireNonNull(value, "a relay call needs a name");
    }
}
