package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads messages; what a friendly implementation could still understand is accepted. */
final class SipParser {

    private SipParser() {}

    static SipMessage parse(byte[] raw) {
        int start = skipLineEnds(raw);
        int end = endOfHead(raw, start);
        String[] lines = new String(raw, start, end - start, UTF_8).strip().split("\r?\n");
        if (!isStartLine(lines[0])) {
            throw new IllegalArgumentException("not a SIP message: " + lines[0]);
        }
        List<SipHeader> headers = headers(Arrays.asList(lines).subList(1, lines.length));
        byte[] rest = Arrays.copyOfRange(raw, end, raw.length);
        SipMessage message = new SipMessage(lines[0].strip(), headers, rest);
        int length = contentLength(message, rest.length);
        return new SipMessage(message.startLine(), headers, Arrays.copyOf(rest, Math.min(length, rest.length)));
    }

    static boolean isStartLine(String line) {
        return line.matches("SIP/2\\.0\\s+\\d{3}(\\s.*)?") || line.matches("\\S+\\s+\\S+\\s+SIP/2\\.0\\s*");
    }

    /** The Content-Length, or the given number when it is absent or no number. */
    static int contentLength(SipMessage message, int otherwise) {
        return message.header("Content-Length")
                .map(String::strip)
                .filter(v -> v.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    static List<SipHeader> headers(List<String> lines) {
        List<SipHeader> headers = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (!headers.isEmpty() && !line.isEmpty() && Character.isWhitespace(line.charAt(0))) {
                SipHeader folded = headers.remove(headers.size() - 1);
                headers.add(new SipHeader(folded.name(), folded.value() + " " + line.strip()));
            } else if (colon > 0) {
                headers.add(new SipHeader(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private static int skipLineEnds(byte[] raw) {
        int i = 0;
        while (i < raw.length && (raw[i] == '\r' || raw[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** The index behind the empty line that ends the head; the length of the whole when there is none. */
    static int endOfHead(byte[] raw, int from) {
        for (int i = from; i < raw.length; i++) {
            if (raw[i] == '\n' && endsEmptyLine(raw, i, from)) {
                return i + 1;
            }
        }
        return raw.length;
    }

    static boolean endsEmptyLine(byte[] raw, int newline, int from) {
        int previous = newline > from && raw[newline - 1] == '\r' ? newline - 2 : newline - 1;
        return previous >= from && raw[previous] == '\n';
    }
}
