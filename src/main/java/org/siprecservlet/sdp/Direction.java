package org.siprecservlet.sdp;

import java.util.List;
import java.util.Optional;

/** The direction attributes of SDP (RFC 8866 section 6.7), seen from the one whose description it is. */
public enum Direction {
    SENDRECV("sendrecv"),
    SENDONLY("sendonly"),
    RECVONLY("recvonly"),
    INACTIVE("inactive");

    private static final List<Direction> ALL = List.of(values());

    private final String attribute;

    Direction(String attribute) {
        this.attribute = attribute;
    }

    /** The direction of that attribute name, if it is one. */
    public static Optional<Direction> named(String attribute) {
        for (Direction direction : ALL) {
            if (direction.attribute.equals(attribute)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    /** The direction that an a= line is, if it is one. */
    static Optional<Direction> in(String line) {
        for (Direction direction : ALL) {
            if (Lines.isAttribute(line, direction.attribute)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
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
