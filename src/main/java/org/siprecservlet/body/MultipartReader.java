package org.siprecservlet.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the parts of one multipart body. Positions are those in the whole body, also inside nested multiparts. */
final class MultipartReader {

    private static final int MAX_PARTS = 64;
    private static final int MAX_DEPTH = 4;

    private final byte[] bytes;
    private final String text;
    private final List<Part> parts = new ArrayList<>();

    MultipartReader(byte[] bytes) {
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    List<Part> read(Body body) throws MalformedBodyException {
        if (!Multipart.isMultipart(body)) {
            throw new MalformedBodyException("the type of the body is not multipart");
        }
        read(body.contentType(), 0, text.length(), 1);
        return parts;
    }

    private void read(String contentType, int from, int to, int depth) throws MalformedBodyException {
        String boundary = ContentType.boundary(contentType)
                .orElseThrow(() -> new MalformedBodyException("the multipart type has no boundary parameter"));
        String dashes = "--" + boundary;
        int line = nextDelimiter(dashes, from, to);
        if (line < 0) {
            throw new MalformedBodyException("the multipart body does not contain its boundary");
        }
        int partsBefore = parts.size();
        while (line >= 0 && !isClosing(line, dashes)) {
            int start = afterLine(line, to);
            line = nextDelimiter(dashes, start, to);
            addPart(start, line < 0 ? to : beforeLineEnd(line, start), depth);
        }
        if (parts.size() == partsBefore) {
            throw new MalformedBodyException("the multipart body has no part");
        }
    }

    private void addPart(int start, int end, int depth) throws MalformedBodyException {
        Part part = partOf(start, end);
        Body body = part.body();
        if (Multipart.isMultipart(body) && depth < MAX_DEPTH) {
            read(body.contentType(), part.start(), part.end(), depth + 1);
            return;
        }
        if (parts.size() == MAX_PARTS) {
            throw new MalformedBodyException("the multipart body has more than " + MAX_PARTS + " parts");
        }
        parts.add(part);
    }

    private Part partOf(int start, int end) throws MalformedBodyException {
        List<Part.Header> headers = new ArrayList<>();
        int line = start;
        while (line < end) {
            int next = afterLine(line, end);
            String content = text.substring(line, next).stripTrailing();
            if (content.isEmpty()) {
                return new Part(bytes, headers, next, end);
            }
            addHeader(headers, content, line);
            line = next;
        }
        return new Part(bytes, headers, end, end);
    }

    private static void addHeader(List<Part.Header> headers, String line, int start) throws MalformedBodyException {
        int end = start + line.length();
        int colon = line.indexOf(':');
        if (Character.isWhitespace(line.charAt(0)) && !headers.isEmpty()) {
            Part.Header folded = headers.remove(headers.size() - 1);
            headers.add(new Part.Header(folded.name(), folded.value() + " " + line.strip(), folded.start(), end));
        } else if (colon > 0) {
            String name = line.substring(0, colon).strip();
            headers.add(new Part.Header(name, line.substring(colon + 1).strip(), start + colon + 1, end));
        } else {
            throw new MalformedBodyException("a part of the multipart body has a header line without colon");
        }
    }

    /** Where the next delimiter line starts, at or after the start of a line; -1 when there is none. */
    private int nextDelimiter(String dashes, int from, int to) {
        int found = text.indexOf(dashes, from);
        while (found >= 0 && found + dashes.length() <= to) {
            boolean startsLine = found == from || text.charAt(found - 1) == '\n';
            if (startsLine && endsLine(found + dashes.length(), to)) {
                return found;
            }
            found = text.indexOf(dashes, found + 1);
        }
        return -1;
    }

    private boolean endsLine(int position, int to) {
        String rest = text.substring(position, afterLine(position, to)).stripTrailing();
        return rest.isEmpty() || rest.equals("--");
    }

    private boolean isClosing(int line, String dashes) {
        return text.startsWith("--", line + dashes.length());
    }

    private int afterLine(int position, int to) {
        int end = text.indexOf('\n', position);
        return end < 0 || end >= to ? to : end + 1;
    }

    /** The line end before a delimiter belongs to the delimiter. */
    private int beforeLineEnd(int delimiter, int start) {
        int end = delimiter;
        if (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }
}
