package org.siprecservlet.recording;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** Session descriptions for tests. */
final class Sdp {

    private Sdp() {}

    /** One labelled audio line per port. */
    static SessionDescription of(String direction, int... ports) {
        try {
            return SessionDescription.parse(text(direction, ports).getBytes(StandardCharsets.US_ASCII));
        } catch (MalformedSdpException e) {
            throw new AssertionError(e);
        }
    }

    static Body body(String direction, int... ports) {
        return new Body(SessionDescription.MEDIA_TYPE, text(direction, ports).getBytes(StandardCharsets.US_ASCII));
    }

    /** What a server answers that takes all lines as they are offered. */
    static Body takes(String offer) {
        SessionDescription offered = in(offer);
        List<MediaDescription> lines = offered.media().stream()
                .map(line -> line.isRejected()
                        ? line
                        : line.withPort(line.port() + 13000)
                                .withDirection(
                                        offered.directionOf(line).sends() ? Direction.RECVONLY : Direction.INACTIVE))
                .toList();
        return new Body(SessionDescription.MEDIA_TYPE, offered.withMedia(lines).toBytes());
    }

    /** The description in the text of a message, in which something else may be too. */
    static SessionDescription in(String message) {
        int begin = message.indexOf("v=0");
        int end = message.indexOf("\r\n--", begin);
        try {
            String sdp = end < 0 ? message.substring(begin) : message.substring(begin, end);
            return SessionDescription.parse(sdp.getBytes(StandardCharsets.US_ASCII));
        } catch (MalformedSdpException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String direction, int... ports) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + IntStream.range(0, ports.length)
                        .mapToObj(line -> "m=audio " + ports[line] + " RTP/AVP 0\r\na=label:" + (line + 1) + "\r\na="
                                + direction + "\r\n")
                        .collect(Collectors.joining());
    }
}
