package org.siprecservlet.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the session part and a media part of a description have in common: lines, some of them attributes. */
public sealed interface Section permits SessionDescription, MediaDescription {

    /** The lines of this part without their ends, in order. */
    List<String> lines();

    /** What stands behind the first line of that type, for example {@code 's'}. */
    default Optional<String> value(char type) {
        return values(type).findFirst();
    }

    /** The value of the first attribute of that name; empty text for a flag. */
    default Optional<String> attribute(String name) {
        return attributes(name).stream().findFirst();
    }

    /** The values of all attributes of that name, in order. */
    default List<String> attributes(String name) {
        return values('a')
                .filter(attribute -> Lines.attributeName(attribute).equals(name))
                .map(Lines::attributeValue)
                .toList();
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
        return values('a')
                .map(Lines::attributeName)
                .map(Direction::named)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<String> values(char type) {
        return lines().stream().filter(line -> Lines.isOfType(line, type)).map(line -> line.substring(2));
    }
}
