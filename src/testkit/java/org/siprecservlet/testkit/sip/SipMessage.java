package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A SIP request or response, immutable: start line, header fields in order, body.
 *
 * <p>Nothing is checked, so that wrong messages can be made. A Content-Length that was set by hand is sent as it is;
 * without one {@link #toBytes()} writes the right one.
 */
public final class SipMessage {

    private static final String CRLF = "\r\n";

    private final String startLine;
    private final List<SipHeader> headers;
    private final byte[] body;

    SipMessage(String startLine, List<SipHeader> headers, byte[] body) {
        this.startLine = startLine;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    public static SipMessage request(String method, String uri) {
        return new SipMessage(method + " " + uri + " SIP/2.0", List.of(), new byte[0]);
    }

    public static SipMessage response(int status) {
        return new SipMessage("SIP/2.0 " + status + " " + Reasons.of(status), List.of(), new byte[0]);
    }

    /** Reads one whole message; tolerant of bare LF, folded lines and a wrong Content-Length. */
    public static SipMessage parse(byte[] raw) {
        return SipParser.parse(raw);
    }

    public String startLine() {
        return startLine;
    }

    public boolean isRequest() {
        return !startLine.startsWith("SIP/");
    }

    /** The method of a request, or the one that a response answers. */
    public String method() {
        return isRequest() ? startLine.split("\\s+")[0] : cseqMethod();
    }

    public String requestUri() {
        return startLine.split("\\s+")[1];
    }

    /** The status code; 0 for a request. */
    public int status() {
        return isRequest() ? 0 : Integer.parseInt(startLine.split("\\s+")[1]);
    }

    public String reason() {
        String[] words = startLine.split("\\s+", 3);
        return words.length < 3 ? "" : words[2];
    }

    public List<SipHeader> headers() {
        return headers;
    }

    /** The first field of that name. */
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(SipHeader::value).findFirst();
    }

    /** All values of that name, those of comma-separated fields one by one. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(h -> h.is(name))
                .flatMap(h -> Tokens.split(h.value(), ',').stream())
                .filter(v -> !v.isEmpty())
                .toList();
    }

    public String callId() {
        return header("Call-ID").orElse("");
    }

    public long cseqNumber() {
        return header("CSeq")
                .map(c -> c.strip().split("\\s+")[0])
                .filter(n -> n.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    public String cseqMethod() {
        return header("CSeq").map(c -> c.strip().replaceFirst("^\\S+\\s*", "")).orElse("");
    }

    public String fromTag() {
        return tag("From");
    }

    /** The tag of the To, or empty text. */
    public String toTag() {
        return tag("To");
    }

    private String tag(String header) {
        return header(header)
                .flatMap(v -> NameAddress.parse(v).parameter("tag"))
                .orElse("");
    }

    public Optional<NameAddress> contact() {
        return values("Contact").stream().findFirst().map(NameAddress::parse);
    }

    Optional<Via> via() {
        return values("Via").stream().findFirst().map(Via::parse);
    }

    String branch() {
        return via().map(Via::branch).orElse("");
    }

    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, UTF_8);
    }

    /** The body of the given media type, be it the whole body or one part of a multipart body. */
    public Optional<byte[]> body(String mediaType) {
        return parts().stream()
                .filter(p -> p.isOfType(mediaType))
                .map(BodyPart::content)
                .findFirst();
    }

    /** The session description in the body, alone or in a multipart body; empty text without one. */
    public String sdp() {
        return body("application/sdp").map(b -> new String(b, UTF_8)).orElse("");
    }

    /** The parts of a multipart body, or the whole body as the only part; none without a body. */
    public List<BodyPart> parts() {
        String type = header("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return BodyPart.split(type, body);
        }
        List<SipHeader> own = headers.stream()
                .filter(h -> h.is("Content-Type") || h.is("Content-Disposition"))
                .toList();
        return body.length == 0 ? List.of() : List.of(new BodyPart(own, body));
    }

    /** Adds a field at the end. */
    public SipMessage with(String name, String value) {
        return changed(list -> {
            list.add(new SipHeader(name, value));
            return list;
        });
    }

    /** Adds a field before all others. */
    public SipMessage withFirst(String name, String value) {
        return changed(list -> {
            list.add(0, new SipHeader(name, value));
            return list;
        });
    }

    /** Takes all fields of the name away and adds one. */
    public SipMessage set(String name, String value) {
        return without(name).with(name, value);
    }

    public SipMessage without(String name) {
        return changed(list -> {
            list.removeIf(h -> h.is(name));
            return list;
        });
    }

    private SipMessage changed(UnaryOperator<List<SipHeader>> change) {
        return new SipMessage(startLine, change.apply(new ArrayList<>(headers)), body);
    }

    public SipMessage withStartLine(String line) {
        return new SipMessage(line, headers, body);
    }

    public SipMessage withBody(String mediaType, byte[] content) {
        SipMessage bare = without("Content-Length").set("Content-Type", mediaType);
        return new SipMessage(startLine, bare.headers, content);
    }

    /** The message as it goes on the wire. */
    public byte[] toBytes() {
        StringBuilder head = new StringBuilder(startLine).append(CRLF);
        headers.forEach(h -> head.append(h).append(CRLF));
        if (header("Content-Length").isEmpty()) {
            head.append("Content-Length: ").append(body.length).append(CRLF);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append(CRLF).toString().getBytes(UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return new String(toBytes(), UTF_8);
    }
}
