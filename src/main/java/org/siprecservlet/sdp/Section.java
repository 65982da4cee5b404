package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the session part and a media part of a description have in common: lines, some of them attributes. */
public sealed interface Section permits SessionDescription, MediaDescription {

    /** The lines of this part without their ends, in order. */
    List<String> lines();

    /** What stands behind the first line of that type, for example {@code 's'}. */
    default Optional<String> value(char type) {
        for (String line : lines()) {
            if (Lines.isOfType(line, type)) {
                return Optional.of(line.substring(2));
            }
        }
        return Optional.empty();
    }

    /** The value of the first attribute of that name; empty text for a flag. */
    default Optional<String> attribute(String name) {
        for (String line : lines()) {
            if (Lines.isAttribute(line, name)) {
                return Optional.of(Lines.attributeValue(line));
            }
        }
        return Optional.empty();
    }

    /** The values of all attributes of that name, in order. */
    default List<String> attributes(String name) {
        List<String> values = new ArrayList<>();
        for (String line : lines()) {
            if (Lines.isAttribute(line, name)) {
                values.add(Lines.attributeValue(line));
            }
        }
        return values;
    }

    /** Whether there is an attribute of that name, with or without a value. */
    default boolean hasAttribute(String name) {
        return attribute(name).isPresent();
    }

    /** The connection address written in this very part. */
    default Optional<Connection> ownConnection() {
        return value('c').flatMap(Connection::parse);
    }

    /** The direction written in this very part. */
    default Optional<Direction> ownDirection() {
        for (String line : lines()) {
            Optional<Direction> direction = Direction.in(line);
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }
}
