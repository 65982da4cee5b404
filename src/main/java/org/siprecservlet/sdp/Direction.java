package org.siprecservlet.sdp;

import java.util.Arrays;
import java.util.Optional;

/** The direction attributes of SDP (RFC 8866 section 6.7), seen from the one whose description it is. */
public enum Direction {
    SENDRECV("sendrecv"),
    SENDONLY("sendonly"),
    RECVONLY("recvonly"),
    INACTIVE("inactive");

    private final String attribute;

    Direction(String attribute) {
        this.attribute = attribute;
    }

    /** The direction of that attribute name, if it is one. */
    public static Optional<Direction> named(String attribute) {
        return Arrays.stream(values())
                .filter(direction -> direction.attribute.equals(attribute))
                .findFirst();
    }

    /** The attribute as it is written after {@code a=}. */
    public String attribute() {
        return attribute;
    }

    /** Whether the owner of the description is ready to receive. */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /** Whether the owner of the description is going to send. */
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }
}
