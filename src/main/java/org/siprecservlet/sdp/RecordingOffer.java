package org.siprecservlet.sdp;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The SDP that a session recording client offers to a recorder (RFC 7866 section 7.1.1), composed line by line: one
 * line per stream, each with a label, in the order of the grammar, with an rtpmap for every format.
 *
 * @param origin the client's own; the version grows with each changed offer of a recording session
 * @param connection the address all streams come from
 */
public record RecordingOffer(Origin origin, Connection connection, List<MediaDescription> media) {

    public RecordingOffer {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(connection);
        media = List.copyOf(media);
    }

    /** An offer without streams. */
    public RecordingOffer(Origin origin, Connection connection) {
        this(origin, connection, List.of());
    }

    /**
     * The offer with one more stream at its end.
     *
     * @param label a token (RFC 4574) that no other stream of the offer has
     * @param port where the stream is sent from; its RTCP is sent from the next port
     * @param direction {@code sendonly}, or {@code inactive} for a stream that is not to flow yet
     * @param sender the line of the party that sends the stream, as that party wrote it
     * @param receiver the line of the party that receives it in the call: it decides what may be sent, and with which
     *     payload types
     */
    public RecordingOffer withStream(
            String label, int port, Direction direction, MediaDescription sender, MediaDescription receiver) {
        return with(new SentStream(sender, receiver).describe(label, port, direction));
    }

    /** The offer with the line of a stream that is no more: its place stays taken (RFC 3264 section 8.2). */
    public RecordingOffer withRemoved(MediaDescription line) {
        return with(line.withDirection(Direction.INACTIVE).withPort(0));
    }

    private RecordingOffer with(MediaDescription line) {
        return new RecordingOffer(
                origin,
                connection,
                Stream.concat(media.stream(), Stream.of(line)).toList());
    }

    /** The whole description. */
    public SessionDescription toDescription() {
        return new SessionDescription(List.of("v=0", "o=" + origin, "s=-", "c=" + connection, "t=0 0"), media);
    }
}
