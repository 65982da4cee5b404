package org.siprecservlet.media;

import java.net.InetAddress;
import java.util.Objects;

/**
 * Names one copy of a call's media, made for one recorder.
 *
 * @param from the relay's address that the copy is sent from; null: the relay chooses
 * @param form what the recorder wants of it
 */
public record Subscription(RelayCall call, String value, InetAddress from, CopyForm form) {

    /** A copy that is sent from an address of the relay's choice. */
    public Subscription(RelayCall call, String value) {
        this(call, value, null);
    }

    /** A copy of the packets as they are. */
    public Subscription(RelayCall call, String value, InetAddress from) {
        this(call, value, from, CopyForm.AS_SENT);
    }

    public Subscription {
        Objects.requireNonNull(call, "a subscription belongs to a call");
        Objects.requireNonNull(value, "a subscription needs a name");
        Objects.requireNonNull(form, "a subscription that wants nothing special says so");
    }
}
