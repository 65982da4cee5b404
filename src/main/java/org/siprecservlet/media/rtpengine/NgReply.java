package org.siprecservlet.media.rtpengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.description.OfferedStream;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What RTPengine answered.
 *
 * @param dictionary a missing node when it is none
 */
record NgReply(JsonNode dictionary) {

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    static NgReply parse(String text) {
        try {
            return new NgReply(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new NgReply(MissingNode.getInstance());
        }
    }

    /** Reads the reply to a command that was not in JSON. */
    static NgReply parseBencode(String text) {
        try {
            return new NgReply(Bencode.read(text));
        } catch (IllegalArgumentException e) {
            return new NgReply(MissingNode.getInstance());
        }
    }

    boolean isOk() {
        String result = dictionary.path("result").asText();
        return result.equals("ok") || result.equals("pong");
    }

    /** Why the command was refused; empty when the daemon does not say. */
    String reason() {
        return dictionary.path("error-reason").asText();
    }

    /** What came in of a stream, by the reply to a query. The first socket of a line is the one for RTP. */
    CopyCount received(OfferedStream stream, boolean flows) {
        JsonNode stats = dictionary
                .path("tags")
                .path(Tags.of(stream.stream().sender()))
                .path("medias")
                .path(stream.line())
                .path("streams")
                .path(0)
                .path("stats");
        return CopyCount.received(
                stream.stream().label(),
                flows,
                stats.path("packets").asLong(),
                stats.path("bytes").asLong());
    }

    /** The description it gives. A daemon that was restarted with its calls answers {@code ok} without one. */
    Optional<SessionDescription> sdp() {
        String text = dictionary.path("sdp").asText();
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SessionDescription.parse(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MalformedSdpException e) {
            return Optional.empty();
        }
    }
}
