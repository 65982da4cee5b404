package org.siprecservlet.sdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one description, line by line. */
final class SessionReader {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_MEDIA = 64;

    private final List<String> session = new ArrayList<>();
    private final List<MediaDescription> media = new ArrayList<>();
    private List<String> section = session;
    private int sectionStart = 1;
    private int lineNumber;

    SessionDescription read(byte[] bytes) throws MalformedSdpException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedSdpException(1, "the description is larger than " + MAX_BYTES + " bytes");
        }
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            lineNumber++;
            accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        endOfSection();
        if (session.isEmpty()) {
            throw new MalformedSdpException(1, "the description is empty");
        }
        return new SessionDescription(session, media);
    }

    private void accept(String line) throws MalformedSdpException {
        if (line.isBlank()) {
            return;
        }
        if (line.indexOf('\r') >= 0) {
            throw new MalformedSdpException(lineNumber, "a carriage return in the middle of the line");
        }
        if (session.isEmpty() && !Lines.isOfType(line, 'v')) {
            throw new MalformedSdpException(lineNumber, "a description starts with v=");
        }
        if (Lines.isOfType(line, 'm')) {
            endOfSection();
            section = new ArrayList<>();
            sectionStart = lineNumber;
        }
        section.add(line);
    }

    private void endOfSection() throws MalformedSdpException {
        if (section == session) {
            return;
        }
        if (media.size() == MAX_MEDIA) {
            throw new MalformedSdpException(sectionStart, "more than " + MAX_MEDIA + " media lines");
        }
        try {
            media.add(new MediaDescription(section));
        } catch (IllegalArgumentException e) {
            throw new MalformedSdpException(sectionStart, e.getMessage());
        }
    }
}
