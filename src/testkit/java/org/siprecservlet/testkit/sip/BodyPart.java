package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One part of a multipart body (RFC 2046 section 5.1), or the whole of a plain one. */
public record BodyPart(List<SipHeader> headers, byte[] content) {

    public BodyPart {
        headers = List.copyOf(headers);
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** A part to send; the disposition is left out when it is empty text. */
    public static BodyPart of(String mediaType, String disposition, String content) {
        List<SipHeader> headers = new ArrayList<>();
        headers.add(new SipHeader("Content-Type", mediaType));
        if (!disposition.isEmpty()) {
            headers.add(new SipHeader("Content-Disposition", disposition));
        }
        return new BodyPart(headers, content.getBytes(UTF_8));
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(SipHeader::value).findFirst();
    }

    /** The media type in lower case, without parameters; empty text without one. */
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        return type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    public boolean isOfType(String wanted) {
        return mediaType().equals(wanted.toLowerCase(Locale.ROOT));
    }

    public String text() {
        return new String(content, UTF_8);
    }

    /** Puts the parts together as a multipart body. */
    static byte[] join(String boundary, BodyPart... parts) {
        StringBuilder whole = new StringBuilder();
        for (BodyPart part : parts) {
            whole.append("--").append(boundary).append("\r\n");
            part.headers.forEach(h -> whole.append(h).append("\r\n"));
            whole.append("\r\n").append(part.text()).append("\r\n");
        }
        return whole.append("--").append(boundary).append("--\r\n").toString().getBytes(UTF_8);
    }

    /** Takes a multipart body apart; no parts when the boundary is unknown; a missing last delimiter is forgiven. */
    static List<BodyPart> split(String contentType, byte[] body) {
        String boundary = Tokens.parameter(contentType, "boundary").orElse("");
        // One char per octet, so that positions in the text are positions in the body.
        String text = "\n" + new String(body, ISO_8859_1);
        List<BodyPart> parts = new ArrayList<>();
        int at = boundary.isEmpty() ? -1 : text.indexOf("\n--" + boundary);
        while (at >= 0) {
            int from = at + 3 + boundary.length();
            if (text.startsWith("--", from)) {
                break;
            }
            int next = text.indexOf("\n--" + boundary, from);
            int end = next < 0 ? text.length() : next;
            int start = text.indexOf('\n', from) + 1;
            parts.add(part(text.substring(Math.min(start, end), end)));
            at = next;
        }
        return parts;
    }

    private static BodyPart part(String text) {
        String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        byte[] octets = whole.getBytes(ISO_8859_1);
        boolean noHeaders = whole.startsWith("\n") || whole.startsWith("\r\n");
        int end = noHeaders ? whole.indexOf('\n') + 1 : SipParser.endOfHead(octets, 0);
        String head = new String(octets, 0, end, UTF_8);
        List<SipHeader> headers = SipParser.headers(Arrays.asList(head.split("\r?\n")));
        return new BodyPart(headers, Arrays.copyOfRange(octets, end, octets.length));
    }
}
