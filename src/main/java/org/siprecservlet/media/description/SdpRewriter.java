package org.siprecservlet.media.description;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.RtcpAddress;
import org.siprecservlet.sdp.SessionDescription;

/** Puts the relay in place of the party in a description; what is no address or port of the party stays as it is. */
public final class SdpRewriter {

    /** A candidate would lead past the relay, and the relay answers no connectivity check (RFC 8839). */
    private static final Set<String> ICE_ATTRIBUTES = Set.of("candidate", "remote-candidates", "end-of-candidates");

    /** All lines of a bundle would come in at one port (RFC 9143), and each has its own here: the other side is not offered it. */
    private static final Pattern BUNDLE = Pattern.compile("a=group:\\s*BUNDLE\\b.*");

    private final Connection relay;
    private final IntUnaryOperator ports;

    /**
     * @param relay the relay's address on the side that receives the description
     * @param ports the relay's RTP port for the line of an index; 0 when the line is not carried
     */
    public SdpRewriter(Connection relay, IntUnaryOperator ports) {
        this.relay = relay;
        this.ports = ports;
    }

    /** Whether the relay carries a line: it is not rejected, and its packets are datagrams. */
    public static boolean carries(MediaDescription line) {
        return !line.isRejected() && !isTcp(line);
    }

    private static boolean isTcp(MediaDescription line) {
        return line.protocol().toUpperCase(Locale.ROOT).startsWith("TCP");
    }

    /** The description as the other side is to see it. */
    public SessionDescription rewrite(SessionDescription written) {
        SessionDescription sdp = unbundled(written);
        SessionDescription changed = sdp.withMedia(
                        IntStream.range(0, sdp.media().size())
                                .mapToObj(index -> rewrite(sdp, index))
                                .toList())
                .withOriginAddress(relay)
                .withoutAttributes(SdpRewriter::isIce);
        return sdp.value('c')
                .map(address -> changed.withConnection(inPlaceOf(Connection.parse(address))))
                .orElse(changed);
    }

    private MediaDescription rewrite(SessionDescription sdp, int index) {
        MediaDescription line = sdp.media().get(index);
        if (isTcp(line)) {
            return sdp.connectionOf(line).map(line::withConnection).orElse(line);
        }
        int port = line.isRejected() ? 0 : ports.applyAsInt(index);
        MediaDescription changed = withConnection(sdp, line).withoutAttributes(SdpRewriter::isIce);
        return line.attribute("rtcp")
                .map(RtcpAddress::parse)
                .map(rtcp -> changed.withAttribute("rtcp", rtcp(rtcp, line.port(), port)))
                .orElse(changed)
                .withPort(port);
    }

    private MediaDescription withConnection(SessionDescription sdp, MediaDescription line) {
        boolean written = line.value('c').isPresent() || sdp.value('c').isEmpty();
        return written ? line.withConnection(inPlaceOf(line.ownConnection())) : line;
    }

    private String rtcp(Optional<RtcpAddress> written, int partysPort, int port) {
        boolean same = written.filter(rtcp -> rtcp.port() == partysPort).isPresent();
        String number = String.valueOf(same || port == 0 ? port : port + 1);
        Optional<Connection> address = written.flatMap(RtcpAddress::connection);
        return address.isPresent() ? number + " " + inPlaceOf(address) : number;
    }

    /** The relay's address, but "send nothing" stays "send nothing" (RFC 3264 section 8.4). */
    private Connection inPlaceOf(Optional<Connection> party) {
        if (party.filter(Connection::isUnspecified).isEmpty()) {
            return relay;
        }
        return Connection.unspecified(relay.family());
    }

    private static SessionDescription unbundled(SessionDescription sdp) {
        List<String> lines = sdp.lines().stream()
                .filter(line -> !BUNDLE.matcher(line).matches())
                .toList();
        List<MediaDescription> media = sdp.media().stream()
                .map(line -> line.withoutAttributes("bundle-only"::equals))
                .toList();
        return new SessionDescription(lines, media);
    }

    private static boolean isIce(String attribute) {
        return attribute.startsWith("ice-") || ICE_ATTRIBUTES.contains(attribute);
    }
}
