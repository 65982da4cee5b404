package org.siprecservlet.media;

import java.util.Objects;

/** Names one copy of a call's media, made for one recorder. */
public record Subscription(RelayCall call, String value) {

    public Subscription {
        Objects.requireNonNull(call, "a subscription belongs to a call");
        Objects.requireNonNull(value, "a subscription needs a name");
    }
}
