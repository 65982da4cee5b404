package org.siprecservlet.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A multipart body (RFC 2046 section 5.1) as a value.
 *
 * <p>Reading is tolerant: any subtype, quoted boundary, preamble and epilogue, LF or CRLF, no closing delimiter. Parts of
 * a multipart inside the multipart count as parts of the whole.
 */
public final class Multipart {

    private static final Pattern PLAIN_BOUNDARY = Pattern.compile("[A-Za-z0-9-]{1,70}");
    private static final int MAX_DRAWS = 100;
    private static final int ROOM_FOR_HEADERS = 512;

    private final Body whole;
    private final List<Part> parts;

    private Multipart(Body whole, List<Part> parts) {
        this.whole = whole;
        this.parts = List.copyOf(parts);
    }

    /** Whether the body's type is {@code multipart/...}. */
    public static boolean isMultipart(Body body) {
        return body.mediaType().startsWith("multipart/");
    }

    /** @throws MalformedBodyException if the type is not multipart, or the body does not hold what its type says */
    public static Multipart parse(Body body) throws MalformedBodyException {
        return new Multipart(body, new MultipartReader(body.bytes()).read(body));
    }

    /** All parts that are no multiparts themselves, in order; at least one. */
    public List<Part> parts() {
        return parts;
    }

    /** The first part of that type and subtype. */
    public Optional<Part> part(String mediaType) {
        return parts.stream().filter(part -> part.body().is(mediaType)).findFirst();
    }

    /**
     * The same with another content of the first part of that type; no other byte changes, save a Content-Length of
     * that very part. The same again when there is no such part.
     *
     * @throws MalformedBodyException if the content holds a delimiter of this multipart
     */
    public Multipart withPart(String mediaType, byte[] content) throws MalformedBodyException {
        Optional<Part> found = part(mediaType);
        if (found.isEmpty()) {
            return this;
        }
        Multipart changed = parse(new Body(whole.contentType(), spliced(found.get(), content)));
        if (changed.parts.size() != parts.size()) {
            throw new MalformedBodyException("the new content holds a delimiter of the multipart");
        }
        return changed;
    }

    private byte[] spliced(Part part, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(whole.bytes().length + content.length);
        int copied = 0;
        Optional<Part.Header> length = part.find("Content-Length");
        if (length.isPresent()) {
            out.write(whole.bytes(), 0, length.get().start());
            out.writeBytes(ascii(" " + content.length));
            copied = length.get().end();
        }
        out.write(whole.bytes(), copied, part.start() - copied);
        out.writeBytes(content);
        out.write(whole.bytes(), part.end(), whole.bytes().length - part.end());
        return out.toByteArray();
    }

    /** The whole, ready to be sent. */
    public Body toBody() {
        return whole;
    }

    /**
     * The body of a recording session's request (RFC 7866 section 9.1): the description, then the metadata, nothing
     * else, in the form that all known recorders can read.
     *
     * @param boundaries gives tokens of letters, digits and {@code -}, unlike each other; asked again when one occurs in
     *     a part
     */
    public static Body recordingSession(Body sdp, Body metadata, Supplier<String> boundaries) {
        String boundary = unusedBoundary(boundaries, sdp.bytes(), metadata.bytes());
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(sdp.bytes().length + metadata.bytes().length + ROOM_FOR_HEADERS);
        out.writeBytes(ascii("--" + boundary + "\r\nContent-Type: " + sdp.contentType() + "\r\n\r\n"));
        out.writeBytes(sdp.bytes());
        out.writeBytes(ascii("\r\n--" + boundary + "\r\nContent-Type: " + metadata.contentType()
                + "\r\nContent-Disposition: recording-session\r\n\r\n"));
        out.writeBytes(metadata.bytes());
        out.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        return new Body("multipart/mixed;boundary=" + boundary, out.toByteArray());
    }

    private static String unusedBoundary(Supplier<String> boundaries, byte[]... contents) {
        for (int draw = 0; draw < MAX_DRAWS; draw++) {
            String boundary = boundaries.get();
            if (!PLAIN_BOUNDARY.matcher(boundary).matches()) {
                throw new IllegalArgumentException("a boundary is 1 to 70 letters, digits or '-'");
            }
            if (Stream.of(contents).noneMatch(content -> text(content).contains(boundary))) {
                return boundary;
            }
        }
        throw new IllegalStateException(MAX_DRAWS + " boundaries in a row occur in the body");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
