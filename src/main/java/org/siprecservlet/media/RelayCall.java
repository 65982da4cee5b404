package org.siprecservlet.media;

import java.util.Objects;
import org.siprecservlet.call.CallId;

/** Names one call at a media relay: unique among all calls of this process, for all time. */
public record RelayCall(String value) {

    public RelayCall {
        Objects.requireNonNull(value, "a relay call needs a name");
    }

    /** The name that a call through the B2BUA has at the relay. */
    public static RelayCall of(CallId call) {
        return new RelayCall(call.value());
    }
}
