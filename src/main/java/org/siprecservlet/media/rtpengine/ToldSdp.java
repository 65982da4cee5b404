package org.siprecservlet.media.rtpengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.media.description.SdpRewriter;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What RTPengine is told of a party's description: where packets go, what the payload types stand for, and the keys that are
 * in it. Every other profile is RTP/AVP, so that it passes encrypted packets on as they are. It is told nothing of ICE, bundles and extensions.
 */
final class ToldSdp {

    private static final Set<String> KEPT = Set.of("rtpmap", "fmtp", "ptime", "rtcp", "rtcp-mux");
    private static final String KEY = "crypto";

    private ToldSdp() {}

    static SessionDescription of(SessionDescription sdp) {
        List<String> lines = new ArrayList<>(List.of("v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-"));
        sdp.ownConnection().ifPresent(connection -> lines.add("c=" + connection));
        lines.add("t=0 0");
        sdp.ownDirection().ifPresent(direction -> lines.add("a=" + direction.attribute()));
        return new SessionDescription(
                lines, sdp.media().stream().map(line -> line(sdp, line)).toList());
    }

    private static MediaDescription line(SessionDescription sdp, MediaDescription line) {
        boolean keyed = KeyedLines.isKeyed(sdp, line);
        int port = SdpRewriter.carries(line) ? line.port() : 0;
        String protocol = keyed ? "RTP/SAVP" : line.isRtp() ? "RTP/AVP" : line.protocol();
        String head = "m=" + line.type() + " " + port + " " + protocol + " " + String.join(" ", line.formats());
        Stream<String> below =
                line.withoutAttributes(name -> !isKept(name) && !(keyed && name.equals(KEY))).lines().stream()
                        .skip(1)
                        .filter(each -> each.startsWith("c=") || each.startsWith("a="));
        return new MediaDescription(Stream.concat(Stream.of(head), below).collect(Collectors.toList()));
    }

    /** The same, with the lines that were agreed on still where they are, and their keys. */
    static SessionDescription staying(SessionDescription told, SessionDescription agreed) {
        int both = Math.min(told.media().size(), agreed.media().size());
        return told.withMedia(IntStream.range(0, told.media().size())
                .mapToObj(index -> index < both
                        ? staying(told.media().get(index), agreed, index)
                        : told.media().get(index))
                .toList());
    }

    private static MediaDescription staying(MediaDescription line, SessionDescription sdp, int index) {
        MediaDescription agreed = sdp.media().get(index);
        if (line.isRejected() || agreed.isRejected()) {
            return line;
        }
        MediaDescription moved = sdp.connectionOf(agreed)
                .map(line::withConnection)
                .orElse(line)
                .withPort(agreed.port())
                .withoutAttributes("rtcp"::equals);
        MediaDescription heard = agreed.attribute("rtcp")
                .map(rtcp -> moved.withAttribute("rtcp", rtcp))
                .orElse(moved);
        return line.hasAttribute(KEY) && agreed.hasAttribute(KEY) ? withKeys(heard, agreed) : heard;
    }

    private static MediaDescription withKeys(MediaDescription line, MediaDescription agreed) {
        List<String> lines = new ArrayList<>(line.withoutAttributes(KEY::equals).lines());
        agreed.attributes(KEY).forEach(key -> lines.add("a=" + KEY + ":" + key));
        return new MediaDescription(lines);
    }

    private static boolean isKept(String attribute) {
        return KEPT.contains(attribute) || Direction.named(attribute).isPresent();
    }
}
