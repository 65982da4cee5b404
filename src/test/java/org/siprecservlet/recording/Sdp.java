package org.siprecservlet.recording;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.MalformedSdpException;
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

    private static String text(String direction, int... ports) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + IntStream.range(0, ports.length)
                        .mapToObj(line -> "m=audio " + ports[line] + " RTP/AVP 0\r\na=label:" + (line + 1) + "\r\na="
                                + direction + "\r\n")
                        .collect(Collectors.joining());
    }
}
