package org.siprecservlet.sdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An SDP session description (RFC 8866) as a value. What the product changes is typed; every other line is kept, in
 * order and byte for byte, whether it is understood or not.
 *
 * @param lines the lines above the first m= line
 * @param media the media descriptions in order
 */
public record SessionDescription(List<String> lines, List<MediaDescription> media) implements Section {

    /** The media type of a description in a SIP message. */
    public static final String MEDIA_TYPE = "application/sdp";

    public SessionDescription {
        lines = List.copyOf(lines);
        media = List.copyOf(media);
    }

    /**
     * Reads a description. Lines may end with LF or CRLF, the last one with neither; empty lines are dropped.
     *
     * @throws MalformedSdpException if there is no v= line at the top, an m= line can not be read, or it is too large:
     *     more than 64 KiB or 64 media lines
     */
    public static SessionDescription parse(byte[] bytes) throws MalformedSdpException {
        return new SessionReader().read(bytes);
    }

    /** The description as it is sent: every line ends with CRLF. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text of {@link #toBytes}, one character per byte. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(lines, text);
        media.forEach(description -> append(description.lines(), text));
        return text.toString();
    }

    private static void append(List<String> lines, StringBuilder text) {
        lines.forEach(line -> text.append(line).append("\r\n"));
    }

    /** The o= line; empty when it is missing or not of the standard's form. */
    public Optional<Origin> origin() {
        return value('o').flatMap(Origin::parse);
    }

    /** The connection address that holds for a media description: its own before the session's. */
    public Optional<Connection> connectionOf(MediaDescription line) {
        return line.ownConnection().or(this::ownConnection);
    }

    /** The direction that holds for a media description: its own before the session's, else sendrecv. */
    public Direction directionOf(MediaDescription line) {
        return line.ownDirection().or(this::ownDirection).orElse(Direction.SENDRECV);
    }

    /** The same with other media descriptions. */
    public SessionDescription withMedia(List<MediaDescription> other) {
        return new SessionDescription(lines, other);
    }

    /** The same with another media description in that place, counted from 0. */
    public SessionDescription withMedia(int index, MediaDescription other) {
        List<MediaDescription> changed = new ArrayList<>(media);
        changed.set(index, other);
        return withMedia(changed);
    }

    /** The same with that connection address for the session. */
    public SessionDescription withConnection(Connection connection) {
        return new SessionDescription(Lines.withConnection(lines, connection, "btrzka"), media);
    }

    /** The same, made at another address; user, id and version stay. An o= line of another form stays as it is. */
    public SessionDescription withOriginAddress(Connection connection) {
        return withOrigin(origin -> origin.withConnection(connection));
    }

    /** The same as the first description of a session of its own (RFC 8866 section 5.2). */
    public SessionDescription asNewSession(String sessionId) {
        return withOrigin(origin -> new Origin(origin.username(), sessionId, "1", origin.connection()));
    }

    /** The same in another version (RFC 3264 section 8). An o= line of another form stays as it is. */
    public SessionDescription withVersion(String version) {
        return withOrigin(origin -> new Origin(origin.username(), origin.sessionId(), version, origin.connection()));
    }

    private SessionDescription withOrigin(UnaryOperator<Origin> change) {
        return origin().map(change)
                .map(origin -> "o=" + origin)
                .map(line -> new SessionDescription(
                        Lines.replacing(lines, each -> Lines.isOfType(each, 'o'), each -> line), media))
                .orElse(this);
    }

    /** The same without the session attributes whose names the test accepts. */
    public SessionDescription withoutAttributes(Predicate<String> names) {
        return new SessionDescription(Lines.without(lines, Lines.attributeWhoseName(names)), media);
    }
}
