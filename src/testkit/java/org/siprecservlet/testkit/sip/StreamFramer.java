package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Cuts a TCP stream into messages by their Content-Length (RFC 3261 section 18.3); line ends between them are skipped. */
final class StreamFramer {

    private final InputStream in;

    StreamFramer(InputStream in) {
        this.in = in;
    }

    /** The next whole message; empty at the end of the stream, also one in the middle of a message. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        if (!readHead(message)) {
            return Optional.empty();
        }
        int length = SipParser.contentLength(bodiless(message.toByteArray()), 0);
        byte[] body = in.readNBytes(length);
        message.writeBytes(body);
        return body.length < length ? Optional.empty() : Optional.of(message.toByteArray());
    }

    private static SipMessage bodiless(byte[] head) {
        String[] lines = new String(head, UTF_8).split("\r?\n");
        return new SipMessage(lines[0], SipParser.headers(List.of(lines)), new byte[0]);
    }

    private boolean readHead(ByteArrayOutputStream head) throws IOException {
        boolean lineIsEmpty = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (head.size() == 0 && (b == '\r' || b == '\n')) {
                continue;
            }
            head.write(b);
            if (b == '\n' && lineIsEmpty) {
                return true;
            }
            lineIsEmpty = b == '\n' || (b == '\r' && lineIsEmpty);
        }
        return false;
    }
}
