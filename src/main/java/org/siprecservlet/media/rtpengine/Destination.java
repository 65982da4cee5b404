package org.siprecservlet.media.rtpengine;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.media.description.PayloadTypes;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Where a recorder wants one stream.
 *
 * @param rtp null: it does not want it
 * @param rtcpPort the same as that of RTP when the recorder takes both there
 * @param formats those that it takes
 * @param crypto its {@code a=crypto}; empty without encryption
 */
record Destination(InetSocketAddress rtp, int rtcpPort, List<String> formats, String crypto) {

    static final Destination NONE = new Destination(null, 0, List.of(), "");

    /** Reads it from an answer; a line that the answer does not have is a rejected one. */
    static Destination read(SessionDescription answer, int index, MediaDescription offered) throws RelayException {
        if (index >= answer.media().size()) {
            return NONE;
        }
        MediaDescription line = answer.media().get(index);
        Endpoint endpoint = Endpoint.of(answer, line);
        if (line.isRejected() || endpoint.held() || !answer.directionOf(line).receives()) {
            return NONE;
        }
        if (endpoint.rtp() == null) {
            throw refusal(index, "has no numeric address");
        }
        Optional<String> complaint = PayloadTypes.complaint(offered, line, "RTPengine");
        if (complaint.isPresent()) {
            throw refusal(index, complaint.get());
        }
        return new Destination(endpoint.rtp(), rtcpPort(endpoint, line), line.formats(), crypto(index, line, offered));
    }

    /** Less than what was offered would be a recording in the clear (RFC 7866 section 12.2). */
    private static String crypto(int index, MediaDescription line, MediaDescription offered) throws RelayException {
        Optional<String> own = offered.attribute("crypto");
        if (own.isEmpty()) {
            return "";
        }
        if (!line.isEncrypted()) {
            throw refusal(index, "is not encrypted, and was offered with encryption only");
        }
        return line.cryptoAnswering(own.get())
                .orElseThrow(() -> refusal(index, "has no key for the encryption that was offered (a=crypto)"));
    }

    private static int rtcpPort(Endpoint endpoint, MediaDescription line) {
        boolean shared = line.hasRtcpMux() || endpoint.rtcp() == null;
        return shared ? line.port() : endpoint.rtcp().getPort();
    }

    private static RelayException refusal(int index, String what) {
        return new RelayException(
                RelayException.Kind.UNUSABLE_DESCRIPTION,
                "Line " + (index + 1) + " of the recorder's answer " + what + ".");
    }

    boolean flows() {
        return rtp != null;
    }

    /** Answers a line of RTPengine's. All its formats are taken, so that nothing is transcoded. */
    MediaDescription accept(MediaDescription source) {
        return accept(source, source.formats());
    }

    /** Answers a line of RTPengine's with the formats that the recorder takes, so that it gets no others. */
    MediaDescription acceptTranscoded(MediaDescription source) {
        List<String> taken = source.formats().stream().filter(formats::contains).toList();
        return accept(source, taken.isEmpty() ? source.formats() : taken);
    }

    private MediaDescription accept(MediaDescription source, List<String> taken) {
        List<String> lines = new ArrayList<>();
        int port = flows() ? rtp.getPort() : 0;
        lines.add("m=" + source.type() + " " + port + " " + source.protocol() + " " + String.join(" ", taken));
        if (flows()) {
            lines.add("c=" + connection());
        }
        source.attributes("rtpmap").forEach(value -> lines.add("a=rtpmap:" + value));
        source.attributes("fmtp").forEach(value -> lines.add("a=fmtp:" + value));
        if (flows()) {
            lines.add("a=rtcp:" + rtcpPort);
        }
        if (!crypto.isEmpty()) {
            lines.add("a=crypto:" + crypto);
        }
        lines.add("a=recvonly");
        return new MediaDescription(lines);
    }

    private Connection connection() {
        AddressFamily family = rtp.getAddress() instanceof Inet4Address ? AddressFamily.IP4 : AddressFamily.IP6;
        return new Connection(family, rtp.getAddress().getHostAddress());
    }
}
