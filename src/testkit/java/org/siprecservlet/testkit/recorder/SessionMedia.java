package org.siprecservlet.testkit.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;

/** The media ports of one recorded session, one for each m= line, and the descriptions that name them. */
public final class SessionMedia implements AutoCloseable {

    private final String host;
    private final List<MediaPort> ports = new ArrayList<>();
    private List<MediaLine> described = List.of();
    private int version;

    SessionMedia(String host) {
        this.host = host;
    }

    /** The answer that takes every line, after a change; opens the ports that are not there yet. */
    public synchronized String answer(Sdp offer, UnaryOperator<List<MediaLine>> change) {
        List<MediaLine> lines = new ArrayList<>();
        for (int number = 1; number <= offer.media().size(); number++) {
            lines.add(answerTo(offer, number));
        }
        return describe(change.apply(List.copyOf(lines)));
    }

    private MediaLine answerTo(Sdp offer, int number) {
        MediaLine offered = offer.line(number);
        MediaPort port = port(number);
        if (offered.port() == 0) {
            return bare(offered).withPort(0).inactive();
        }
        boolean sends = offer.direction(number).startsWith("send");
        return bare(offered).withPort(port.port()).direction(sends ? "recvonly" : "inactive");
    }

    private static MediaLine bare(MediaLine offered) {
        List<String> kept = offered.attributes().stream()
                .filter(a -> a.matches("(rtpmap|fmtp|label|ptime|maxptime):.*"))
                .toList();
        return offered.at("").withAttributes(kept);
    }

    /** A later description of the recorder's own: its lines after a change. */
    public synchronized String reoffer(UnaryOperator<List<MediaLine>> change) {
        return describe(change.apply(described));
    }

    private String describe(List<MediaLine> lines) {
        boolean changed = version == 0 || !lines.equals(described);
        version += changed ? 1 : 0;
        described = List.copyOf(lines);
        return Sdp.version(version, host, lines);
    }

    /** The port of the line of that number, the first being 1. */
    synchronized MediaPort port(int number) {
        while (ports.size() < number) {
            ports.add(MediaPort.open(host));
        }
        return ports.get(number - 1);
    }

    /** The same, if the line was ever answered. */
    synchronized Optional<MediaPort> knownPort(int number) {
        return number >= 1 && number <= ports.size() ? Optional.of(ports.get(number - 1)) : Optional.empty();
    }

    @Override
    public synchronized void close() {
        ports.forEach(MediaPort::close);
    }
}
