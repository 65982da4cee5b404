package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One media description: the m= line and the lines below it (RFC 8866 section 5.14). A value: its lines are all it is. */
public final class MediaDescription implements Section {

    /** The largest port there is. */
    public static final int MAX_PORT = 65535;

    private final List<String> lines;
    private final MediaLine head;

    /**
     * @param lines all lines; the first is the m= line
     * @throws IllegalArgumentException if the first line is no m= line; the message says what is wrong
     */
    public MediaDescription(List<String> lines) {
        this.lines = List.copyOf(lines);
        this.head = MediaLine.parse(lines.isEmpty() ? "" : lines.get(0));
        if (head.port() > MAX_PORT) {
            throw new IllegalArgumentException("the port is larger than " + MAX_PORT);
        }
    }

    /** All lines; the first is the m= line. */
    @Override
    public List<String> lines() {
        return lines;
    }

    /** {@code audio}, {@code video} and so on. */
    public String type() {
        return head.type();
    }

    /** The port; 0 on a rejected or disabled line. */
    public int port() {
        return head.port();
    }

    /** How many ports the line is about: 1, unless written as {@code port/count}. */
    public int portCount() {
        return head.count();
    }

    /** The transport protocol, for example {@code RTP/AVP}. */
    public String protocol() {
        return head.protocol();
    }

    /** The formats in order; payload type numbers when the protocol is RTP. */
    public List<String> formats() {
        return List.copyOf(Lines.words(head.formats()));
    }

    /** Whether the port is 0. */
    public boolean isRejected() {
        return port() == 0;
    }

    /** Whether the protocol is RTP over UDP, plain or encrypted. */
    public boolean isRtp() {
        String protocol = protocol().toUpperCase(Locale.ROOT);
        return protocol.startsWith("RTP/") || protocol.startsWith("UDP/TLS/RTP/");
    }

    /** Whether the protocol is one that encrypts: SAVP, SAVPF, anything with TLS or DTLS. */
    public boolean isEncrypted() {
        String protocol = protocol().toUpperCase(Locale.ROOT);
        return protocol.contains("SAVP") || protocol.contains("TLS");
    }

    /** The {@code a=label} (RFC 4574). */
    public Optional<String> label() {
        return attribute("label");
    }

    /** Where RTCP is received when that is not the port after the RTP port (RFC 3605). */
    public Optional<RtcpAddress> rtcp() {
        return attribute("rtcp").flatMap(RtcpAddress::parse);
    }

    /** Whether RTP and RTCP share the port (RFC 5761). */
    public boolean hasRtcpMux() {
        return hasAttribute("rtcp-mux");
    }

    /**
     * The {@code a=crypto} that answers an offered one: that with the same tag and suite, whatever its key (RFC 4568 section 5.1.2).
     */
    public Optional<String> cryptoAnswering(String offered) {
        List<String> own = Lines.words(offered);
        return attributes("crypto").stream()
                .filter(each -> isForTheSameSuite(Lines.words(each), own))
                .findFirst();
    }

    private static boolean isForTheSameSuite(List<String> answered, List<String> offered) {
        return answered.size() > 2
                && offered.size() > 2
                && answered.get(0).equals(offered.get(0))
                && answered.get(1).equalsIgnoreCase(offered.get(1));
    }

    /** What a format stands for: its rtpmap, else what its number stands for without one. */
    public Optional<Codec> codec(String format) {
        Optional<Codec> mapped = ofFormat("rtpmap", format).flatMap(Codec::parse);
        return mapped.isPresent() ? mapped : Codec.ofStaticType(format);
    }

    /** What each format stands for, as {@link #codec} says, in the order of the formats; without those it does not know. */
    public Map<String, Codec> codecs() {
        Map<String, Codec> mapped = new HashMap<>();
        for (String value : attributes("rtpmap")) {
            Lines.keyed(value).ifPresent(field -> Codec.parse(field.rest())
                    .ifPresent(codec -> mapped.putIfAbsent(field.key(), codec)));
        }
        Map<String, Codec> codecs = new LinkedHashMap<>();
        for (String format : formats()) {
            Codec codec = mapped.get(format);
            Optional.ofNullable(codec).or(() -> Codec.ofStaticType(format)).ifPresent(each -> codecs.put(format, each));
        }
        return codecs;
    }

    /** The format parameters of a format. */
    public Optional<String> fmtp(String format) {
        return ofFormat("fmtp", format);
    }

    private Optional<String> ofFormat(String attribute, String format) {
        for (String value : attributes(attribute)) {
            Optional<Lines.Keyed> field =
                    Lines.keyed(value).filter(each -> each.key().equals(format));
            if (field.isPresent()) {
                return field.map(Lines.Keyed::rest);
            }
        }
        return Optional.empty();
    }

    /** The same with another port, and only that one: a port count goes. */
    public MediaDescription withPort(int port) {
        String line = lines.get(0);
        String changed = line.substring(0, head.portStart()) + port + line.substring(head.portEnd());
        List<String> other = new ArrayList<>(lines);
        other.set(0, changed);
        return new MediaDescription(other);
    }

    /** The same line with another transport protocol and profile. */
    public MediaDescription withProtocol(String protocol) {
        String count = portCount() == 1 ? "" : "/" + portCount();
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, "m=" + type() + " " + port() + count + " " + protocol + " " + String.join(" ", formats()));
        return new MediaDescription(changed);
    }

    /** The same with that connection address of its own. */
    public MediaDescription withConnection(Connection connection) {
        return new MediaDescription(Lines.withConnection(lines, connection, "bka"));
    }

    /** The same with that attribute in place of those of its name, or at the end when there was none. */
    public MediaDescription withAttribute(String name, String value) {
        String line = "a=" + name + (value.isEmpty() ? "" : ":" + value);
        return new MediaDescription(
                hasAttribute(name)
                        ? Lines.replacing(lines, each -> Lines.isAttribute(each, name), each -> line)
                        : Lines.appending(lines, line));
    }

    /** The same with that direction of its own. */
    public MediaDescription withDirection(Direction direction) {
        return withoutAttributes(name -> Direction.named(name).isPresent()).withAttribute(direction.attribute(), "");
    }

    /** The same without the attributes whose names the test accepts. */
    public MediaDescription withoutAttributes(Predicate<String> names) {
        return new MediaDescription(Lines.without(lines, Lines.attributeWhoseName(names)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaDescription description && lines.equals(description.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return "MediaDescription" + lines;
    }
}
